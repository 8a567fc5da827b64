// Dates as they are written in Hindi. Pure.
import { dateWriter, timeOfDay } from './dates.ts'

const date = dateWriter(
  ['जनवरी', 'फ़रवरी', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुलाई', 'अगस्त', 'सितंबर', 'अक्टूबर', 'नवंबर', 'दिसंबर'],
  (day, month, year) => `${day} ${month} ${year}`,
)

export const DATES_HI = {
  date,
  time: (rfc3339: string) => `${date(rfc3339)}, ${timeOfDay(rfc3339)} UTC`,
}
