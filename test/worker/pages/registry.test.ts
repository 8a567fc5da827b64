// /registry and /: whom this registry trusts, the pin, and the way to everything else.
import { describe, expect, it } from 'vitest'
import { jwkThumbprint, type TrustPin } from '../../../shared/index.ts'
import {
  close,
  doubt,
  foundSchool,
  keptBy,
  successionOrder,
  taintOrder,
} from '../support/remarks.ts'
import { bodyOf, ORIGIN, startServer } from '../support/server.ts'
import { accredit, found } from '../support/world.ts'

const server = startServer()
const readHtml = async (path: string) => (await server.get(path)).text()

describe('/registry', () => {
  it('says that there is no anchor and nobody accredited, where that is so', async () => {
    const html = await readHtml('/registry')
    expect(html).toContain('No anchor yet: every issuer shows as not recognised.')
    expect(html).toContain('Nobody is accredited yet.')
  })

  it('shows the pin, which is that of pin.json', async () => {
    const { origin, registryKey } = await bodyOf<TrustPin>(
      await server.get('/registry/pin.json'),
      200,
    )
    const fingerprint = await jwkThumbprint(registryKey)
    const html = await readHtml('/registry')
    expect(/id="pin">([^<]*)</.exec(html)?.[1]).toBe(`${origin}#${fingerprint}`)
    expect(origin).toBe(ORIGIN)
    expect(html.split(fingerprint)).toHaveLength(3)
  })

  it('shows anchors and who is accredited for what, within which limits, by whom, until when', async () => {
    const anchor = await found(server, { trustAnchor: true, name: 'Ministry of Health' })
    const council = await found(server, { name: 'Northmark Medical Council' })
    await accredit(server, anchor, council.did, {
      credentialTypes: ['ProfessionalLicenceCredential'],
      jurisdictions: ['XM-N'],
      isco08: ['2211'],
      eqf: [7],
    })
    const html = await readHtml('/registry')
    expect(html).toContain('Ministry of Health')
    const cells = Array.from(html.matchAll(/<t[dh][^>]*>([^<]*)<\/t[dh]>/g), ([, text]) => text)
    expect(cells.slice(5)).toEqual([
      'Northmark Council',
      'Professional licences',
      'XM-N; ISCO-08 2211; EQF level 7',
      'Ministry of Health',
      '2030-01-01',
    ])
  })

  it('shows who closed, who keeps the records, and which awards are in doubt', async () => {
    const { anchor, archive, school } = await foundSchool(server)
    expect(await readHtml('/registry')).not.toContain('Closed issuers')
    await close(server, anchor, successionOrder(school.did, keptBy(archive)))
    server.clock.now += 1
    const limits = { programmes: ['Bachelor of Nursing'], underReview: true }
    await doubt(server, anchor, taintOrder(archive.did, limits))
    const nameOf = ({ slug }: { slug: string }) => slug.replace('issuer-', 'Issuer ')
    const items = Array.from(
      (await readHtml('/registry')).matchAll(/<li><strong>(.*?)<\/li>/g),
      ([, text = '']) => text.replaceAll(/<[^>]*>/g, ''),
    )
    expect(items).toEqual([
      `${nameOf(school)}: Closed on 2026-11-01; its records are kept by ${nameOf(archive)}, says ${nameOf(anchor)}.`,
      `${nameOf(archive)}: Awards from 2025-12-01 to before 2026-02-01 are under review: Bachelor of Nursing, says ${nameOf(anchor)}.`,
    ])
  })

  it('shows names as text, never as part of the page', async () => {
    await found(server, { trustAnchor: true, name: '<b onmouseover=alert(1)>Ministry</b>' })
    const html = await readHtml('/registry')
    expect(html).not.toContain('<b ')
    expect(html).toContain('&lt;b onmouseover=alert(1)>Ministry&lt;/b>')
  })
})

describe('every page', () => {
  const PAGES = ['/', '/verify', '/registry', '/docs']

  it.each(PAGES)('%s links to the others, and they answer', async (path) => {
    const html = await readHtml(path)
    const links = new Set(
      Array.from(html.matchAll(/<a[^>]* href="(\/[^"#]*)"/g), ([, href]) => href),
    )
    expect([...links]).toEqual(expect.arrayContaining(PAGES))
    for (const link of links) {
      const response = await server.get(link ?? '')
      // Who is not signed in is led to where that is done.
      expect(response.status, link).toBe(link === '/console' ? 303 : 200)
      await response.body?.cancel()
    }
  })

  it.each(PAGES)(
    '%s has a title, a language, one heading of the first level and a way to skip',
    async (path) => {
      const html = await readHtml(path)
      expect(html).toMatch(/<title>[^<]+ · Licet<\/title>/)
      expect(html).toContain('<html lang="en">')
      expect(html.match(/<h1/g)).toHaveLength(1)
      expect(html).toContain('<a class="skip-link" href="#content">')
      expect(html).toContain('id="content"')
    },
  )

  it.each(PAGES.slice(1))('%s says where in the navigation it is', async (path) => {
    const html = await readHtml(path)
    expect(html).toContain(`<a href="${path}" aria-current="page">`)
  })
})
