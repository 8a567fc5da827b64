// Dates as they are written in Spanish. Pure.
import { dateWriter, timeOfDay } from './dates.ts'

const date = dateWriter(
  [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  (day, month, year) => `${day} de ${month} de ${year}`,
)

export const DATES_ES = {
  date,
  time: (rfc3339: string) => `${date(rfc3339)}, ${timeOfDay(rfc3339)} UTC`,
}
