import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLookAtImages } from '../../extension/sources/image.ts'
import type { Find } from '../../extension/sources/source.ts'
import { bakePng } from '../../shared/baking/png.ts'
import { bakeSvg } from '../../shared/baking/svg.ts'
import { itxt, png, svg } from '../support/pictures.ts'
import { openPage } from './support/page.ts'

afterEach(() => void vi.unstubAllGlobals())

const TOKEN = 'eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl'
const BAKED = bakePng(png(), TOKEN)
const base64 = (file: Uint8Array | string) => Buffer.from(file).toString('base64')

const imageFinds = async (html: string, file: Uint8Array<ArrayBuffer> | string = BAKED) => {
  const fetched = vi.fn(async (_url: string, _init: RequestInit) => new Response(file))
  vi.stubGlobal('fetch', fetched)
  const finds: Find[] = []
  await createLookAtImages()(openPage(html), (find) => finds.push(find))
  return { finds, fetched }
}

describe('credentials in images', () => {
  it.each([
    ['the name of its file', '<img src="/files/ana-diploma.png">'],
    ['its folder', '<img src="/badges/1.SVG?size=2">'],
    ['the text that stands in for it', '<img src="1.png" alt="Medical licence">'],
    ['its title', '<img src="1.png" title="My License">'],
    ['its class', '<img src="1.png" class="card credential">'],
    ['the address inside the page', '<img src="data:image/png;base64,iVBO" alt="Badge">'],
    ['a link to it', '<a href="badge.png">Licence</a>'],
  ])('are looked for where a hint is %s', async (_, html) => {
    const { finds, fetched } = await imageFinds(html)
    expect(finds).toMatchObject([{ text: base64(BAKED), source: 'image', side: 'after' }])
    expect(fetched.mock.calls[0]?.[1]).toEqual({ credentials: 'same-origin', redirect: 'error' })
  })
  it.each([
    ['without a hint', '<img src="1.png" alt="The hospital">'],
    ['of another origin', '<img src="https://other.example/badge.png">'],
    ['of another port', '<img src="https://portal.example:8443/badge.png">'],
    ['of another kind', '<img src="badge.jpg">'],
    ['of another kind inside the page', '<img src="data:text/html,badge">'],
    ['with an address that is none', '<img src="https://[/badge.png">'],
    ['without an address', '<img alt="Badge">'],
    [
      'that are longer than an address may be',
      `<img src="data:image/png,${'a'.repeat(1_500_000)}" alt="Badge">`,
    ],
  ])('cost no request in images %s', async (_, html) => {
    expect((await imageFinds(html)).fetched).not.toHaveBeenCalled()
  })
  it('are taken from the image that a link shows, once', async () => {
    const { finds } = await imageFinds('<a href="badge.png"><img src="badge.png"></a>')
    expect(finds.map(({ anchor }) => anchor.nodeName)).toEqual(['IMG'])
  })
  it('are found in an SVG', async () => {
    const baked = bakeSvg(new TextDecoder().decode(svg('é')), TOKEN)
    const { finds } = await imageFinds('<img src="badge.svg">', baked)
    expect(finds).toMatchObject([{ text: base64(baked) }])
  })
  it.each([
    ['holds none', png()],
    ['names one in another kind of chunk', png(itxt('Comment', 'openbadgecredential'))],
    ['is an older badge', png(itxt('openbadges', 'https://old.example/1'))],
    ['is an ordinary drawing', svg('<path/>')],
    ['is a page', '<html>'],
    ['is larger than a badge', new Uint8Array([...BAKED, ...new Uint8Array(1_048_576)])],
  ] as [string, Uint8Array<ArrayBuffer> | string][])(
    'are not seen in an image that %s',
    async (_, file) => {
      const { fetched, finds } = await imageFinds('<img src="badge.png">', file)
      expect(fetched).toHaveBeenCalledTimes(1)
      expect(finds).toEqual([])
    },
  )
  it('are not looked for without end', async () => {
    const images = Array.from({ length: 30 }, (_, index) => `<img src="badge${index}.png">`)
    expect((await imageFinds(images.join(''))).fetched).toHaveBeenCalledTimes(20)
  })
})
