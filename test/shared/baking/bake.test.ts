import { describe, expect, it } from 'vitest'
import { bakePng } from '../../../shared/baking/png.ts'
import { bakeSvg, unbakeSvg } from '../../../shared/baking/svg.ts'
import { unbakeCredential } from '../../../shared/baking/unbake-credential.ts'
import { itxt, png } from '../../support/pictures.ts'

const TOKEN = 'eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl'
const JSON_TEXT = '{"type":["VerifiableCredential"],"name":"A ]]> & <b> é"}'
const SVG =
  '<?xml version="1.0"?><!-- a > b --><svg xmlns="http://www.w3.org/2000/svg" id="é"><g/></svg>'

describe.each([TOKEN, JSON_TEXT])('a credential: %s', (credential) => {
  it('is found again in the PNG that it was baked into, in place of an older one', async () => {
    const old = png(itxt('Comment', 'x'), itxt('openbadgecredential', 'old'))
    expect(await unbakeCredential(bakePng(old, credential))).toEqual({
      ok: true,
      value: credential,
    })
  })

  it('is found again in the SVG that it was baked into', () => {
    expect(unbakeSvg(bakeSvg(SVG, credential))).toEqual({ ok: true, value: credential })
  })
})

describe('baking', () => {
  it('writes the chunk that another writer writes', () => {
    expect(bakePng(png(), TOKEN)).toEqual(png(itxt('openbadgecredential', TOKEN)))
  })

  it('throws for what is no picture, or an SVG that is a badge already', () => {
    expect(() => bakePng(new Uint8Array(8), TOKEN)).toThrow(TypeError)
    expect(() => bakeSvg('<html/>', TOKEN)).toThrow(TypeError)
    expect(() => bakeSvg(bakeSvg(SVG, TOKEN), TOKEN)).toThrow(TypeError)
  })
})
