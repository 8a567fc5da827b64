// Dates as they are written in French. Pure.
import { dateWriter, timeOfDay } from './dates.ts'

const date = dateWriter(
  [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  (day, month, year) => `${day === 1 ? '1er' : day} ${month} ${year}`,
)

export const DATES_FR = {
  date,
  time: (rfc3339: string) => `${date(rfc3339)} à ${timeOfDay(rfc3339)} UTC`,
}
