// Dates as they are written in Arabic, by the Gregorian calendar. Pure.
import { dateWriter, timeOfDay } from './dates.ts'
import { nameInRightToLeft } from './name-in-sentence.ts'

const date = dateWriter(
  [
    'يناير',
    'فبراير',
    'مارس',
    'أبريل',
    'مايو',
    'يونيو',
    'يوليو',
    'أغسطس',
    'سبتمبر',
    'أكتوبر',
    'نوفمبر',
    'ديسمبر',
  ],
  (day, month, year) => `${day} ${month} ${year}`,
)

export const DATES_AR = {
  date,
  time: (rfc3339: string) =>
    `${date(rfc3339)}، الساعة ${nameInRightToLeft(`${timeOfDay(rfc3339)} UTC`)}`,
}
