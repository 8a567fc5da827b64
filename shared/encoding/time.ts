// RFC 3339 date-times and seconds since the Unix epoch. Pure.

const DATE_TIME =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/
const DATE = /^\d{4}-\d\d-\d\d$/

/**
 * Seconds since the Unix epoch of a `dateTimeStamp`, or null. The zone is required: without it a credential would expire
 * at another hour in each country.
 *
 * @see VCDM 2.0 §4.9, XML Schema 1.1 dateTimeStamp
 */
export function parseDateTime(text: string): number | null {
  if (!DATE_TIME.test(text) || !startsWithCalendarDay(text)) return null
  // biome-ignore lint/style/noRestrictedGlobals: parsing a given text reads no clock
  const ms = Date.parse(text)
  return Number.isFinite(ms) ? ms / 1000 : null
}

/** Seconds since the Unix epoch of the first second (UTC) of a calendar date such as `2019-07-12`, or null. */
export function parseDate(text: string): number | null {
  if (!DATE.test(text) || !startsWithCalendarDay(text)) return null
  // biome-ignore lint/style/noRestrictedGlobals: parsing a given text reads no clock
  return Date.parse(`${text}T00:00:00Z`) / 1000
}

const DAY_SECONDS = 86_400
/** From the first of March of the year 0, where the count of days is easiest, to the Unix epoch. */
const EPOCH_DAYS = 719_468
const DAYS_OF_400_YEARS = 146_097
/** The first and the last second of the years that have four digits. */
const YEAR_0_SECONDS = -62_167_219_200
const YEAR_9999_SECONDS = 253_402_300_799

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : `${number}`)

/** The same few moments are written over and over: now, and when a list was fetched. */
const written = new Map<number, string>()
const WRITTEN_MAX_COUNT = 64

/** RFC 3339 in UTC, whole seconds. */
export function formatDateTime(seconds: number): string {
  const known = written.get(seconds)
  if (known !== undefined) return known
  if (written.size >= WRITTEN_MAX_COUNT) written.clear()
  const text = writeDateTime(seconds)
  written.set(seconds, text)
  return text
}

/**
 * By arithmetic: every verification writes half a dozen of them.
 *
 * @see "Euclidean Affine Functions and Applications to Calendar Algorithms" (Neri, Schneider 2021), §4
 */
function writeDateTime(seconds: number): string {
  const whole = Math.floor(seconds)
  if (!(whole >= YEAR_0_SECONDS && whole <= YEAR_9999_SECONDS)) return formatFarDateTime(whole)
  const days = Math.floor(whole / DAY_SECONDS)
  const ofDay = whole - days * DAY_SECONDS
  const shifted = days + EPOCH_DAYS
  const era = Math.floor(shifted / DAYS_OF_400_YEARS)
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const date = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
  const minutes = Math.floor(ofDay / 60)
  return `${date}T${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(ofDay % 60)}Z`
}

/** Years of more digits, and what is no time at all: throws as a date does. */
const formatFarDateTime = (seconds: number): string =>
  // biome-ignore lint/style/noRestrictedGlobals: formatting a given number reads no clock
  new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')

/** The largest time that a JavaScript date can hold. */
const MAX_SECONDS = 8.64e12

/** A JWT NumericDate that a date can hold, or null. */
export const readNumericDate = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= MAX_SECONDS
    ? value
    : null

const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `Date.parse` reads the 31st of February as the 3rd of March. */
function startsWithCalendarDay(text: string): boolean {
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  const last = DAYS_OF_MONTHS[month - 1]
  if (last === undefined || day < 1 || day > last) return false
  return month !== 2 || day < 29 || isLeapYear(Number(text.slice(0, 4)))
}

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
