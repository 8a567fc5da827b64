// Popup, side panel, options page and toolbar in six locales.
import { describe, expect, it } from 'vitest'
import { WORDS } from '../../extension/ui/words.ts'
import type { Locale } from '../../shared/ui/wording/index.ts'
import { spoken } from '../support/spoken.ts'

const LOCALES = Object.keys(WORDS) as Locale[]
const COUNTS = [0, 1, 2, 3, 11, 100]

const COUNTED: Readonly<Record<Locale, readonly string[]>> = {
  en: ['0 credentials', '1 credential', '2 credentials', '3 credentials', '11 credentials'],
  fr: [
    '0 justificatif',
    '1 justificatif',
    '2 justificatifs',
    '3 justificatifs',
    '11 justificatifs',
  ],
  es: ['0 credenciales', '1 credencial', '2 credenciales', '3 credenciales', '11 credenciales'],
  pt: ['0 credencial', '1 credencial', '2 credenciais', '3 credenciais', '11 credenciais'],
  ar: ['لا وثائق', 'وثيقة واحدة', 'وثيقتان', '3 وثائق', '11 وثيقة'],
  hi: ['0 प्रमाणपत्र', '1 प्रमाणपत्र', '2 प्रमाणपत्र', '3 प्रमाणपत्र', '11 प्रमाणपत्र'],
}

describe.each(LOCALES)('%s', (locale) => {
  const words = WORDS[locale]

  it('counts as its grammar asks', () => {
    expect(COUNTS.slice(0, -1).map(words.panel.count)).toEqual(COUNTED[locale])
    expect(words.panel.count(100)).toContain('100')
    for (const count of COUNTS.slice(3)) {
      expect(words.popup.found(count)).toContain(String(count))
      expect(words.badge.found(count, ['a', 'b'])).toMatch(/ a[,،] b$/)
    }
  })

  it('leaves nothing empty, and nothing in English', () => {
    const english = spoken(WORDS.en)
    const texts = spoken(words)
    expect([...texts.keys()]).toEqual([...english.keys()])
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([])
    if (locale === 'en') return
    expect([...texts].filter(([path, text]) => english.get(path) === text)).toEqual([
      ['popup.title', 'Licet'],
    ])
  })
})

it('never lets a French line begin with its punctuation', () => {
  const loose = [...spoken(WORDS.fr)].filter(([, text]) => /[^\u00a0][:;?!»](?=\s|$)|« /.test(text))
  expect(loose).toEqual([])
})
