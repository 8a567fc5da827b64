// Which language a reader gets.
import { describe, expect, it } from 'vitest'
import { readerWording } from '../../../worker/pages/reader-wording.ts'

describe('the wording for a reader', () => {
  it.each([
    ['fr', 'fr'],
    ['pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
    ['en;q=0.5, hi;q=0.9', 'hi'],
    ['de-CH,de;q=0.9,es;q=0.8,en;q=0.7', 'es'],
    ['AR-eg', 'ar'],
    ['fr;q=0, en', 'en'],
    ['arn', 'en'],
    ['*', 'en'],
    [';;,q=', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('for %s is that of %s', (header, locale) => {
    expect(readerWording(header).locale).toBe(locale)
  })
})
