import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatDateTime,
  parseDate,
  parseDateTime,
  readNumericDate,
} from '../../../shared/encoding/time.ts'

describe('date-times', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2026-11-22T12:00:00Z', 1_795_348_800],
    ['2026-11-22T14:30:00+02:30', 1_795_348_800],
    ['2026-11-22T07:00:00-05:00', 1_795_348_800],
    ['2026-11-22T12:00:00.5Z', 1_795_348_800.5],
    ['2024-02-29T00:00:00Z', 1_709_164_800],
    ['2000-02-29T00:00:00Z', 951_782_400],
    ['1969-12-31T23:59:59Z', -1],
  ])('reads %s', (text, seconds) => {
    expect(parseDateTime(text)).toBe(seconds)
  })

  it.each([
    ['no zone', '2026-11-22T12:00:00'],
    ['no seconds', '2026-11-22T12:00Z'],
    ['a date alone', '2026-11-22'],
    ['the 31st of February', '2026-02-31T00:00:00Z'],
    ['the 29th of February of an ordinary year', '2026-02-29T00:00:00Z'],
    ['the 29th of February of 1900', '1900-02-29T00:00:00Z'],
    ['the 31st of April', '2026-04-31T00:00:00Z'],
    ['a thirteenth month', '2026-13-01T00:00:00Z'],
    ['day zero', '2026-01-00T00:00:00Z'],
    ['hour 25', '2026-01-01T25:00:00Z'],
    ['minute 60', '2026-01-01T00:60:00Z'],
    ['second 61', '2026-01-01T00:00:61Z'],
    ['a zone of a day', '2026-01-01T00:00:00+24:00'],
    ['a blank instead of the T', '2026-01-01 00:00:00Z'],
    ['text behind it', '2026-01-01T00:00:00Z '],
    ['a line break behind it', '2026-01-01T00:00:00Z\n'],
    ['a year of five digits', '12026-01-01T00:00:00Z'],
    ['ten digits behind the point', '2026-01-01T00:00:00.0000000000Z'],
    ['digits of another script', '２026-01-01T00:00:00Z'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseDateTime(text)).toBeNull()
  })

  it('writes every second of the four-digit years as the platform does', () => {
    const first = Date.UTC(2000, 0) / 1000 - 2000 * 31_556_952 - 86_400
    fc.assert(
      fc.property(fc.integer({ min: first, max: 253_402_300_799 + 86_400 }), (seconds) => {
        const iso = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
        expect(formatDateTime(seconds)).toBe(iso)
      }),
      { numRuns: 5_000 },
    )
    for (let day = 0; day < 800; day++) {
      const seconds = 951_696_000 + day * 86_400 - 1
      const iso = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
      expect(formatDateTime(seconds)).toBe(iso)
    }
    expect(() => formatDateTime(Number.NaN)).toThrow(RangeError)
  })

  it('writes whole seconds in UTC', () => {
    expect(formatDateTime(1_795_348_800.9)).toBe('2026-11-22T12:00:00Z')
    expect(formatDateTime(-0.5)).toBe('1969-12-31T23:59:59Z')
  })

  it('reads a calendar date as its first second in UTC', () => {
    expect(parseDate('2019-07-12')).toBe(Date.UTC(2019, 6, 12) / 1000)
    expect(parseDate('2019-02-30')).toBeNull()
    expect(parseDate('2019-07-12Z')).toBeNull()
  })

  it.each([0, 1.5, -1, 8.64e12])('reads the NumericDate %d, and a date can hold it', (value) => {
    expect(readNumericDate(value)).toBe(value)
    expect(formatDateTime(value)).toMatch(/Z$/)
  })

  it.each([8.65e12, Number.NaN, Number.POSITIVE_INFINITY, '0', null, true, {}])(
    'refuses the NumericDate %s',
    (value) => {
      expect(readNumericDate(value)).toBeNull()
    },
  )
})
