// Dates as they are written in Portuguese. Pure.
import { dateWriter, timeOfDay } from './dates.ts'

const date = dateWriter(
  [
    'janeiro',
    'fevereiro',
    'março',
    'abril',
    'maio',
    'junho',
    'julho',
    'agosto',
    'setembro',
    'outubro',
    'novembro',
    'dezembro',
  ],
  (day, month, year) => `${day} de ${month} de ${year}`,
)

export const DATES_PT = {
  date,
  time: (rfc3339: string) => `${date(rfc3339)}, ${timeOfDay(rfc3339)} UTC`,
}
