// RFC 3339 dates, taken apart for a locale to write. Pure.

/** The names of the months, from the first to the last. */
export type Months = readonly [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

/** Makes the writer of a locale's dates. What is no date is written as it stands. */
export const dateWriter =
  (months: Months, write: (day: number, month: string, year: string) => string) =>
  (rfc3339: string): string => {
    const [year = '', month, day] = rfc3339.slice(0, 10).split('-')
    const name = months[Number(month) - 1]
    return name === undefined || day === undefined ? rfc3339 : write(Number(day), name, year)
  }

/** Hours and minutes of an RFC 3339 instant. */
export const timeOfDay = (rfc3339: string): string => rfc3339.slice(11, 16)
