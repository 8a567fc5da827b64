// Dates as they are written in English. Pure.
import { dateWriter, timeOfDay } from './dates.ts'

const date = dateWriter(
  [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  (day, month, year) => `${day} ${month} ${year}`,
)

export const DATES_EN = {
  date,
  time: (rfc3339: string) => `${date(rfc3339)}, ${timeOfDay(rfc3339)} UTC`,
}
