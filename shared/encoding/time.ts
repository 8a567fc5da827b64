// RFC 3339 date-times and seconds since the Unix epoch. Pure.

const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/

/**
 * Seconds since the Unix epoch of a `dateTimeStamp`, or null. The zone is required: without it a credential would expire
 * at another hour in each country.
 *
 * @see VCDM 2.0 §4.9, XML Schema 1.1 dateTimeStamp
 */
export function parseDateTime(text: string): number | null {
  const match = DATE_TIME.exec(text)
  if (!match || !isCalendarDay(match[1], match[2], match[3])) return null
  // biome-ignore lint/style/noRestrictedGlobals: parsing a given text reads no clock
  const ms = Date.parse(text)
  return Number.isFinite(ms) ? ms / 1000 : null
}

/** Seconds since the Unix epoch of the first second (UTC) of a calendar date such as `2019-07-12`, or null. */
export function parseDate(text: string): number | null {
  const match = DATE.exec(text)
  if (!match || !isCalendarDay(match[1], match[2], match[3])) return null
  // biome-ignore lint/style/noRestrictedGlobals: parsing a given text reads no clock
  return Date.parse(`${text}T00:00:00Z`) / 1000
}

/** RFC 3339 in UTC, whole seconds. */
export function formatDateTime(seconds: number): string {
  // biome-ignore lint/style/noRestrictedGlobals: formatting a given number reads no clock
  return new Date(Math.floor(seconds) * 1000).toISOString().slice(0, -'.000Z'.length).concat('Z')
}

/** The largest time that a JavaScript date can hold. */
const MAX_SECONDS = 8.64e12

/** A JWT NumericDate that a date can hold, or null. */
export const readNumericDate = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= MAX_SECONDS
    ? value
    : null

/** `Date.parse` reads the 31st of February as the 3rd of March. */
function isCalendarDay(year = '', month = '', day = ''): boolean {
  const days = [31, isLeapYear(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const last = days[Number(month) - 1]
  return last !== undefined && Number(day) >= 1 && Number(day) <= last
}

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
