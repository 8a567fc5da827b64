import { describe, expect, it } from 'vitest'
import { compareNames } from '../../../shared/names/compare.ts'

describe('comparing two names', () => {
  it.each([
    ['the same name', 'Amina Diallo', 'Amina Diallo'],
    ['other case and spaces', 'AMINA  DIALLO ', 'amina diallo'],
    ['full-width letters', 'Ａｍｉｎａ Diallo', 'Amina Diallo'],
    ['composed and decomposed letters', 'Jose\u0301 Silva', 'José Silva'],
  ])('calls %s exact', (_, a, b) => {
    expect(compareNames(a, b)).toBe('exact')
  })
  it.each([
    ['another order', 'Diallo, Amina', 'Amina Diallo'],
    ['missing diacritics', 'Jose Goncalves', 'José Gonçalves'],
    ['a title', 'Dr. Amina Diallo', 'Amina Diallo'],
    ['a hyphen', 'Jean-Pierre Roux', 'Jeanpierre Roux'],
    ['an apostrophe', "Siobhan O'Brien", 'Siobhan O Brien'],
    ['letters without decomposition', 'Søren Łuk', 'Soren Luk'],
    ['Arabic vowel signs', 'مُحَمَّد علي', 'محمد علي'],
    ['a missing space in Han', '王 小明', '王小明'],
  ])('calls names that differ only by %s a variant', (_, a, b) => {
    expect(compareNames(a, b)).toBe('variant')
  })
  it.each([
    ['a part', 'Amina Diallo', 'Amina Fatou Diallo'],
    ['an initial', 'A. Diallo', 'Amina Diallo'],
    ['a digraph', 'Jan Mueller', 'Jan Müller'],
    ['one letter', 'Olena Koval', 'Elena Koval'],
    ['another transliteration', 'Mohammed Ali', 'Muhammad Ali'],
    ['another family name behind two shared names', 'Ana María Silva', 'Ana Silva Costa'],
    ['another script', 'Amina Diallo', 'أمينة ديالو'],
    ['a short form', 'Dan Smith', 'Daniel Smith'],
    ['an article grown on', 'Yusuf Alhassan', 'Yusuf Hassan'],
    ['an Arabic article', 'محمد الحسن', 'محمد حسن'],
    ['vowels and doubled letters', 'Yusuf Al-Hassan', 'Youssef El Hassan'],
    ['more vowels', 'Muhammed Ali', 'Mohamad Ali'],
    ['a middle name and a missing space', 'Maryann Smith', 'Mary Ann Louise Smith'],
    ['the script of one word', '山田 たろう', '山田 太郎'],
    ['no letters at all', '—', 'Amina Diallo'],
    ['nothing', '', 'Amina Diallo'],
  ])('calls names that differ by %s possible', (_, a, b) => {
    expect(compareNames(a, b)).toBe('possible')
    expect(compareNames(b, a)).toBe('possible')
  })
  it.each([
    ['nothing in common', 'Amina Diallo', 'Tomás Ferreira'],
    ['only the family name in common', 'Omar Diallo', 'Amina Diallo'],
    ['only the given name in common', 'Amina Berg', 'Amina Diallo'],
    ['other vowel signs in Devanagari', 'राम शर्मा', 'रीमा वर्मा'],
    ['other Cyrillic names', 'Иван Петров', 'Анна Коваль'],
  ])('calls names with %s different', (_, a, b) => {
    expect(compareNames(a, b)).toBe('different')
    expect(compareNames(b, a)).toBe('different')
  })
  it('takes a very long text without taking long', () => {
    expect(compareNames('a'.repeat(1_000_000), 'b'.repeat(1_000_000))).toBe('different')
  })
})
