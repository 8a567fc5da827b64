import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLookAtLinks } from '../../extension/sources/link.ts'
import { lookAtScripts } from '../../extension/sources/script.ts'
import type { Find } from '../../extension/sources/source.ts'
import { lookAtText } from '../../extension/sources/text.ts'
import { openPage } from './support/page.ts'

afterEach(() => void vi.unstubAllGlobals())

const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const SIGNATURE = 'c2ln'.repeat(20)
const TOKEN = `${segment({ alg: 'EdDSA', typ: 'vc+jwt' })}.${segment({ type: ['VerifiableCredential'] })}.${SIGNATURE}`
const SESSION = `${segment({ alg: 'HS256', typ: 'JWT' })}.${segment({ sub: '1', scope: 'a'.repeat(80) })}.${SIGNATURE}`

function textFinds(html: string, spend = () => true) {
  const finds: Find[] = []
  lookAtText(openPage(html), (find) => finds.push(find), spend)
  return finds
}

describe('credentials in text', () => {
  it.each(['p', 'code', 'pre', 'td'])('are found in <%s>', (tag) => {
    const [find] = textFinds(`<${tag}>Licence: ${TOKEN}</${tag}>`)
    expect(find).toMatchObject({ text: TOKEN, source: 'text', side: 'before' })
    expect(find?.anchor.textContent).toContain(TOKEN)
  })
  it('are found in the one text node that was added', () => {
    const node = openPage(`<p>${TOKEN}</p>`).querySelector('p')?.firstChild
    const finds: Find[] = []
    if (node)
      lookAtText(
        node,
        (find) => finds.push(find),
        () => true,
      )
    expect(finds).toHaveLength(1)
  })
  it('are not session tokens', () => {
    expect(textFinds(`<p>${SESSION}</p>`)).toEqual([])
  })
  it.each(['script', 'style', 'textarea', 'title'])('are not looked for in <%s>', (tag) => {
    expect(textFinds(`<${tag}>${TOKEN}</${tag}>`)).toEqual([])
  })
  it('are not looked for once the page has cost enough', () => {
    expect(textFinds(`<p>${TOKEN}</p>`, () => false)).toEqual([])
  })
})

describe('credentials in script elements', () => {
  const scriptFinds = (html: string) => {
    const finds: Find[] = []
    lookAtScripts(openPage(html), (find) => finds.push(find))
    return finds.map(({ text }) => text)
  }
  it('are compact texts', () => {
    expect(scriptFinds(`<script type="application/vc+jwt">\n${TOKEN}\n</script>`)).toEqual([TOKEN])
  })
  it('are JSON-LD credentials', () => {
    const credential = { type: ['VerifiableCredential'], proof: {} }
    const html = `<script type="application/ld+json">${JSON.stringify(credential)}</script>`
    expect(scriptFinds(html)).toEqual([JSON.stringify(credential)])
  })
  it('are not programs', () => {
    expect(scriptFinds(`<script>"${TOKEN}"</script>`)).toEqual([])
  })
  it('are not other structured data', () => {
    expect(scriptFinds('<script type="application/ld+json">{"@type":"Person"}</script>')).toEqual(
      [],
    )
  })
})

describe('credentials behind links', () => {
  const linkFinds = async (html: string, answer: () => Response) => {
    const fetched = vi.fn(async (_url: string, _init: RequestInit) => answer())
    vi.stubGlobal('fetch', fetched)
    const finds: Find[] = []
    await createLookAtLinks()(openPage(html), (find) => finds.push(find))
    return { finds, fetched }
  }
  const ok = () => new Response(TOKEN)

  it.each([
    ['a .jwt file', '<a href="/files/licence.jwt">x</a>'],
    ['a .vc file', '<a href="licence.VC?download=1">x</a>'],
    ['a .json file of the right type', '<a href="a.json" type="application/vc+jwt">x</a>'],
  ])('are opened in %s', async (_, html) => {
    const { finds, fetched } = await linkFinds(html, ok)
    expect(finds).toMatchObject([{ text: TOKEN, source: 'link', side: 'after' }])
    expect(fetched.mock.calls[0]?.[1]).toEqual({ credentials: 'same-origin', redirect: 'error' })
  })
  it.each([
    ['another origin', '<a href="https://other.example/licence.jwt">x</a>'],
    ['another port', '<a href="https://portal.example:8443/licence.jwt">x</a>'],
    ['a .json file of no type', '<a href="a.json">x</a>'],
    ['another kind of file', '<a href="cv.pdf">x</a>'],
    ['an address that is none', '<a href="https://[/licence.jwt">x</a>'],
    ['a script', '<a href="javascript:alert(1)//.jwt">x</a>'],
  ])('are never opened at %s', async (_, html) => {
    expect((await linkFinds(html, ok)).fetched).not.toHaveBeenCalled()
  })
  it('are opened once where several links lead to them', async () => {
    const { finds, fetched } = await linkFinds('<a href="a.jwt">x</a><a href="a.jwt">y</a>', ok)
    expect(finds).toHaveLength(2)
    expect(fetched).toHaveBeenCalledTimes(1)
  })
  it('are not opened without end', async () => {
    const links = Array.from({ length: 50 }, (_, index) => `<a href="${index}.jwt">x</a>`).join('')
    expect((await linkFinds(links, ok)).fetched).toHaveBeenCalledTimes(30)
  })
  it.each([
    ['is longer than a credential', () => new Response(TOKEN + ' '.repeat(300_000))],
    ['is not there', () => new Response(TOKEN, { status: 404 })],
    ['is a sign-in page', () => new Response('<html>')],
    ['does not answer', () => Promise.reject(new TypeError('no')) as never],
  ])('are left alone where the file %s', async (_, answer) => {
    const { fetched, finds } = await linkFinds('<a href="a.jwt">x</a>', answer)
    expect(fetched).toHaveBeenCalledTimes(1)
    expect(finds).toEqual([])
  })
})
