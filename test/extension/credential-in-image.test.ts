import { describe, expect, it } from 'vitest'
import { credentialInImage } from '../../extension/background/credential-in-image.ts'
import { bakePng } from '../../shared/baking/png.ts'
import { bakeSvg } from '../../shared/baking/svg.ts'
import { itxt, png, svg } from '../support/pictures.ts'

const TOKEN = 'eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl'

const base64 = (file: Uint8Array | string) => Buffer.from(file).toString('base64')
const text = (file: Uint8Array) => new TextDecoder().decode(file)

describe('the credential in an image', () => {
  it.each([
    ['a PNG', bakePng(png(), TOKEN)],
    ['an SVG', bakeSvg(text(svg('')), TOKEN)],
  ])('is taken out of %s', async (_, file) => {
    expect(await credentialInImage(base64(file))).toBe(TOKEN)
  })

  it.each<[string, string]>([
    ['a picture without one', base64(png())],
    ['a PNG that is cut off', base64(bakePng(png(), TOKEN).subarray(0, 80))],
    ['a PNG with two', base64(png(...Array(2).fill(itxt('openbadgecredential', TOKEN))))],
    ['an SVG that is none', base64('<svg xmlns="https://purl.imsglobal.org/ob/v3p0"')],
    ['no base64', '*'],
    ['nothing', ''],
  ])('is an empty text in %s', async (_, file) => {
    expect(await credentialInImage(file)).toBe('')
  })
})
