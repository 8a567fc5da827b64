import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unbakeCredential } from '../../../shared/baking/unbake-credential.ts'
import { BAKED_FILE_MAX_BYTES, CREDENTIAL_MAX_CHARS } from '../../../shared/limits.ts'
import { badge, chunk, itxt, pdf, png, svg } from '../../support/pictures.ts'

const TOKEN = 'eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl'
const JSON_TEXT = '{"type":["VerifiableCredential"],"name":"A ]]> & <b>"}'
const KEYWORD = 'openbadgecredential'
const bomb = deflateSync(new Uint8Array(64_000_000))

const found = (value: string) => ({ ok: true, value })
const refused = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) })
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('Open Badges 3.0 §5.3.1: PNG', () => {
  it.each([
    ['a compact credential', itxt(KEYWORD, TOKEN), TOKEN],
    ['a JSON credential', itxt(KEYWORD, JSON_TEXT), JSON_TEXT],
    ['a compressed one', itxt(KEYWORD, deflateSync(TOKEN), [1, 0]), TOKEN],
  ])('gives back %s', async (_, text, expected) => {
    expect(await unbakeCredential(png(itxt('Comment', 'x'), text))).toEqual(found(expected))
  })

  it.each([
    ['without a credential', png(), 'format.unrecognized'],
    ['with two', png(itxt(KEYWORD, TOKEN), itxt(KEYWORD, TOKEN)), 'format.encoding_malformed'],
    ['of Open Badges 2', png(itxt('openbadges', '{}')), 'format.envelope_unsupported'],
    ['with a bomb', png(itxt(KEYWORD, bomb, [1, 0])), 'format.encoding_malformed'],
    ['with a broken stream', png(itxt(KEYWORD, 'x', [1, 0])), 'format.encoding_malformed'],
    ['with an unknown compression', png(itxt(KEYWORD, 'x', [1, 1])), 'format.encoding_malformed'],
    ['with an unknown flag', png(itxt(KEYWORD, 'x', [2, 0])), 'format.encoding_malformed'],
    ['with half a text chunk', png(chunk('iTXt', KEYWORD)), 'format.encoding_malformed'],
    [
      'with more text than any credential',
      png(itxt(KEYWORD, 'a'.repeat(CREDENTIAL_MAX_CHARS + 1))),
      'format.too_large',
    ],
    [
      'with bytes that are no UTF-8',
      png(itxt(KEYWORD, Uint8Array.of(0xff))),
      'format.encoding_malformed',
    ],
    ['with a second header', png(chunk('IHDR')), 'format.encoding_malformed'],
    ['with no end', png().subarray(0, -12), 'format.encoding_malformed'],
    [
      'with more chunks than any picture',
      png(...Array.from({ length: 5_000 }, () => chunk('tIME'))),
      'format.encoding_malformed',
    ],
  ])('refuses one %s', async (_, bytes, code) => {
    expect(await unbakeCredential(bytes)).toEqual(refused(code))
  })

  it('refuses a length that leaves the file, and a changed byte', async () => {
    const long = png(itxt(KEYWORD, TOKEN))
    new DataView(long.buffer).setUint32(33, 0xffffffff)
    expect(await unbakeCredential(long)).toEqual(refused('format.encoding_malformed'))
    const changed = png(itxt(KEYWORD, TOKEN))
    changed[70] = (changed[70] ?? 0) ^ 1
    expect(await unbakeCredential(changed)).toEqual(refused('format.encoding_malformed'))
  })
})

describe('Open Badges 3.0 §5.3.2: SVG', () => {
  it.each([
    ['a compact credential', badge('', `verify="${TOKEN}"`), TOKEN],
    [
      'a JSON credential',
      badge(`<![CDATA[${JSON_TEXT.replace(']]>', ']]]]><![CDATA[>')}]]>`),
      JSON_TEXT,
    ],
    [
      'a credential beside a script',
      `<script>alert(1)</script>${badge('', `verify="${TOKEN}"`)}`,
      TOKEN,
    ],
  ])('gives back %s', async (_, inside, expected) => {
    expect(await unbakeCredential(svg(inside))).toEqual(found(expected))
  })

  const one = badge('', `verify="${TOKEN}"`)
  it.each([
    ['without a credential', svg(''), 'format.unrecognized'],
    ['with two', svg(one + one), 'format.encoding_malformed'],
    ['with one inside another', svg(badge(one)), 'format.encoding_malformed'],
    [
      'of Open Badges 2',
      svg('<o:assertion xmlns:o="http://openbadges.org" verify="x"/>'),
      'format.envelope_unsupported',
    ],
    [
      'that defines entities',
      svg(one, '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'),
      'format.encoding_malformed',
    ],
    ['that uses an entity of nobody', svg(`&b;${one}`), 'format.encoding_malformed'],
    ['that nests without end', svg('<g>'.repeat(100_000)), 'format.encoding_malformed'],
    [
      'that is no XML',
      utf8('<svg xmlns="http://www.w3.org/2000/svg"><g>'),
      'format.encoding_malformed',
    ],
    ['that is a web page', utf8('<html><body></body></html>'), 'format.encoding_malformed'],
    [
      'with a prefix of nobody',
      svg(`<ob:credential verify="${TOKEN}"/>`),
      'format.encoding_malformed',
    ],
    [
      'with more text than any credential',
      svg(badge('a'.repeat(CREDENTIAL_MAX_CHARS + 1))),
      'format.too_large',
    ],
  ])('refuses one %s', async (_, bytes, code) => {
    expect(await unbakeCredential(bytes)).toEqual(refused(code))
  })
})

describe('PDF', () => {
  it('gives back the one attached credential, plain or compressed', async () => {
    expect(await unbakeCredential(pdf('<invoice/>', TOKEN))).toEqual(found(TOKEN))
    expect(await unbakeCredential(pdf(deflateSync(JSON_TEXT)))).toEqual(found(JSON_TEXT))
  })

  it.each([
    ['without an attachment', pdf(), 'format.unrecognized'],
    ['with two credentials', pdf(TOKEN, TOKEN), 'format.encoding_malformed'],
    ['with a bomb', pdf(bomb), 'format.unrecognized'],
    ['cut off in its attachment', pdf(TOKEN).subarray(0, 120), 'format.unrecognized'],
    ['of marks alone', utf8(`%PDF-${'/EmbeddedFile '.repeat(100_000)}`), 'format.unrecognized'],
  ])('refuses one %s', async (_, bytes, code) => {
    expect(await unbakeCredential(bytes)).toEqual(refused(code))
  })
})

describe('any other file', () => {
  it('is text, with or without a byte order mark, for the verifier to judge', async () => {
    expect(await unbakeCredential(utf8(`\uFEFF${TOKEN}\n`))).toEqual(found(TOKEN))
    expect(await unbakeCredential(utf8('My diploma'))).toEqual(found('My diploma'))
  })

  it('is refused where it is no text, or larger than any badge', async () => {
    expect(await unbakeCredential(Uint8Array.of(0xff, 0xd8, 0xff))).toEqual(
      refused('format.unrecognized'),
    )
    expect(await unbakeCredential(new Uint8Array(BAKED_FILE_MAX_BYTES + 1))).toEqual(
      refused('format.too_large'),
    )
  })
})
