// Six locales: each says everything, in its own words, and none can be misunderstood.
import { describe, expect, it } from 'vitest'
import { REASONS, type ReasonCode } from '../../../shared/reasons.ts'
import { type Locale, localeFor, WORDINGS, wordingFor } from '../../../shared/ui/wording/index.ts'
import { spoken } from '../../support/spoken.ts'

const LOCALES = Object.keys(WORDINGS) as Locale[]
const CODES = Object.keys(REASONS) as ReasonCode[]
const codesOf = (outcome: 'fail' | 'unknown') =>
  CODES.filter((code) => REASONS[code].outcome === outcome)

const RIGHT_TO_LEFT: readonly Locale[] = ['ar']
const MARK_MAX_CHARS = 28

/** Words that are the same in English. */
const COGNATES: Readonly<Record<Locale, readonly string[]>> = {
  en: [],
  fr: ['Signature', 'Conditions', 'Profession', 'Dates'],
  es: ['No'],
  pt: [],
  ar: [],
  hi: [],
}

/** How each locale says that something could not be found out. */
const COULD_NOT: Readonly<Record<Locale, RegExp>> = {
  en: /could not|cannot/,
  fr: /n’a pas pu|n’ont pas pu|ne peut pas/,
  es: /no se pudo|no se pudieron|no se puede|no puede/i,
  pt: /não foi possível|não pôde|não pode|não puderam|não consegue/i,
  ar: /تعذّر/,
  hi: /नहीं हो सक|नहीं जा सक/,
}

/** How each locale says so of a question about status or standing, word for word. */
const UNANSWERED: Readonly<Record<Locale, RegExp>> = {
  en: /could not be checked/,
  fr: /n’a pas pu être vérifiée?/,
  es: /^No se pudo comprobar si/,
  pt: /^Não foi possível verificar se/,
  ar: /^تعذّرت معرفة ما إذا/,
  hi: /इसकी जाँच नहीं हो सकी/,
}

/** The stems of the words by which a credential is turned down. */
const TURNED_DOWN: Readonly<Record<Locale, RegExp>> = {
  en: /reject|forge|revoked|expired/i,
  fr: /rejet|falsifi|révoqu|expir/i,
  es: /rechaz|falsific|revoc|caduc/i,
  pt: /rejeit|falsific|revog|caduc/i,
  ar: /مرفوض|مزوّر|ألغت|انتهت/,
  hi: /अस्वीकृत|जाली|रद्द|समाप्त/,
}

const SCRIPT: Partial<Record<Locale, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  hi: /\p{Script=Devanagari}/u,
}

describe.each(LOCALES)('%s', (locale) => {
  const wording = WORDINGS[locale]
  const texts = spoken(wording)

  it('names itself and its direction', () => {
    expect(wording.locale).toBe(locale)
    expect(wording.direction).toBe(RIGHT_TO_LEFT.includes(locale) ? 'rtl' : 'ltr')
  })

  it('leaves nothing empty', () => {
    const empty = [...texts].filter(([, text]) => text.trim() === '').map(([path]) => path)
    expect(empty).toEqual([])
    expect([...texts.keys()]).toEqual([...spoken(WORDINGS.en).keys()])
  })

  it('is written in its own script', () => {
    const script = SCRIPT[locale] ?? /\p{Script=Latin}/u
    expect([...texts].filter(([, text]) => !script.test(text))).toEqual([])
  })

  it('has five short verdict words that nobody mixes up', () => {
    const words = Object.values(wording.verdicts).map(({ word }) => word)
    expect(new Set(words).size).toBe(words.length)
    for (const word of words) {
      expect(word.length).toBeLessThanOrEqual(MARK_MAX_CHARS)
      expect(words.filter((other) => other !== word && other.includes(word))).toEqual([])
    }
  })

  it('tells “no” from “could not find out”', () => {
    const { fail, unknown } = wording.outcomes
    const words = Object.values(wording.outcomes)
    expect(new Set(words).size).toBe(words.length)
    expect(unknown.startsWith(`${fail} `)).toBe(false)
  })

  it('gives every reason in other words', () => {
    expect(new Set(Object.values(wording.reasons)).size).toBe(CODES.length)
  })

  it.each(codesOf('unknown'))('says of %s that it could not be found out', (code) => {
    const said = wording.reasons[code]
    expect(said).toMatch(
      /^(?:status|issuer_trust)\./.test(code) ? UNANSWERED[locale] : COULD_NOT[locale],
    )
    expect(said).not.toMatch(TURNED_DOWN[locale])
  })

  it.each(codesOf('fail'))('does not say of %s that it could not be found out', (code) => {
    expect(wording.reasons[code]).not.toMatch(UNANSWERED[locale])
  })

  it('uses no word of programmers', () => {
    expect([...texts].filter(([, text]) => /undefined|JWT|\bDID\b|base64|JSON/.test(text))).toEqual(
      [],
    )
  })
})

it.each(LOCALES.filter((locale) => locale !== 'en'))(
  'says everything in its own words: %s',
  (locale) => {
    const english = spoken(WORDINGS.en)
    const same = [...spoken(WORDINGS[locale])].filter(([path, text]) => english.get(path) === text)
    expect(same.map(([, text]) => text).sort()).toEqual([...COGNATES[locale]].sort())
  },
)

it.each<[Locale, string, string]>([
  ['en', '1 January 2030', '22 November 2026, 16:05 UTC'],
  ['fr', '1er janvier 2030', '22 novembre 2026 à 16:05 UTC'],
  ['es', '1 de enero de 2030', '22 de noviembre de 2026, 16:05 UTC'],
  ['pt', '1 de janeiro de 2030', '22 de novembro de 2026, 16:05 UTC'],
  ['ar', '1 يناير 2030', '22 نوفمبر 2026، الساعة \u206816:05 UTC\u2069'],
  ['hi', '1 जनवरी 2030', '22 नवंबर 2026, 16:05 UTC'],
])('dates in %s', (locale, date, time) => {
  const wording = WORDINGS[locale]
  expect(wording.date('2030-01-01T00:00:00Z')).toBe(date)
  expect(wording.time('2026-11-22T16:05:00Z')).toBe(time)
  expect(wording.date('2030-13-01')).toBe('2030-13-01')
})

it('has the months that the world’s calendars have', () => {
  const day = (month: number) => new Date(Date.UTC(2026, month, 15))
  for (const locale of LOCALES) {
    const format = new Intl.DateTimeFormat(locale === 'ar' ? 'ar-EG-u-nu-latn' : locale, {
      month: 'long',
      timeZone: 'UTC',
    })
    for (let month = 0; month < 12; month += 1) {
      const said = WORDINGS[locale].date(day(month).toISOString())
      expect(said.normalize('NFC')).toContain(format.format(day(month)).normalize('NFC'))
    }
  }
})

describe('a name inside a sentence', () => {
  const sentence = (locale: Locale, name: string) => WORDINGS[locale].names.exact(name, name)
  it('stands as it is where it runs the same way', () => {
    expect(sentence('en', 'Amina')).toBe(
      'Issued to Amina. This page is about Amina: the same name.',
    )
  })
  it.each(LOCALES)('is kept apart in %s where it runs from right to left', (locale) => {
    expect(sentence(locale, 'אמינה').split('\u2068אמינה\u2069')).toHaveLength(3)
  })
  it('is always kept apart in a sentence from right to left', () => {
    const { chainLink, issuerSelfNamed } = WORDINGS.ar.panel
    expect(sentence('ar', 'Amina')).toContain('\u2068Amina\u2069')
    expect(chainLink('A', 'B')).toMatch(/^\u2068A\u2069 .* \u2068B\u2069$/)
    expect(issuerSelfNamed('a.example', 'B')).toMatch(/^\u2068a\.example\u2069.*«\u2068B\u2069»$/)
    expect(WORDINGS.ar.mark.label('X', ['A', 'B'])).toBe('X: \u2068A\u2069، \u2068B\u2069')
  })
})

it('never lets a French line begin with its punctuation', () => {
  const loose = [...spoken(WORDINGS.fr)].filter(([, text]) =>
    /[^\u00a0][:;?!»](?=\s|$)|« /.test(text),
  )
  expect(loose).toEqual([])
})

describe('the choice of a locale', () => {
  it.each<[readonly string[], Locale]>([
    [['pt-BR', 'en'], 'pt'],
    [['ar-EG'], 'ar'],
    [['hi-Deva-IN', 'en'], 'hi'],
    [['de', 'ES-mx', 'fr'], 'es'],
    [['arn', 'fr-CA'], 'fr'],
    [['hil', 'xx'], 'en'],
    [['constructor'], 'en'],
    [[], 'en'],
  ])('for %j is %s', (languages, locale) => {
    expect(localeFor(languages)).toBe(locale)
    expect(wordingFor(languages)).toBe(WORDINGS[locale])
  })
})
