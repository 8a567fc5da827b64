// The demo portal: on its own origin only, filled by the administrator only, sealed at rest.
import { describe, expect, it } from 'vitest'
import { ADMIN_KEY, DEMO_ORIGIN, env, problemOf, startServer } from '../support/server.ts'

const CREDENTIAL = 'eyJhbGciOiJFZERTQSJ9.eyJuYW1lIjoiTWFydGEifQ.c2lnbmF0dXJl'

const candidate = (changes: object = {}) => ({
  position: 1,
  name: 'Marta <Kovacs>',
  role: 'Nurse',
  department: 'Emergency Medicine',
  location: 'Port Alder',
  stage: 'Interview',
  appliedOn: '2026-10-05',
  summary: 'Emergency nurse.',
  languages: ['English'],
  experience: [{ title: 'Nurse', organization: 'Infirmary', from: '2020', until: 'today' }],
  documents: [
    { title: 'Licence', from: 'Council', embedding: 'script', credential: CREDENTIAL },
    { title: 'Degree', from: 'University', embedding: 'link', credential: CREDENTIAL },
    { title: 'Diploma', from: 'School', embedding: 'text', credential: CREDENTIAL },
  ],
  ...changes,
})

const demo = () => startServer({}, DEMO_ORIGIN)
const put = (slug: string, body: unknown, key = ADMIN_KEY, server = demo()) =>
  server.call('PUT', `/demo/candidates/${slug}`, { key, body })

describe('filling the portal', () => {
  it('shows what the administrator put, escaped, in all three ways of carrying a credential', async () => {
    expect((await put('marta', candidate())).status).toBe(204)
    const page = await demo().get('/demo/candidates/marta')
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(html).toContain('<h1>Marta &lt;Kovacs></h1>')
    expect(html).toContain('"name":"Marta \\u003cKovacs>"')
    expect(html).toContain(`<script type="application/vc+jwt">${CREDENTIAL}</script>`)
    expect(html).toContain(`<code>${CREDENTIAL}</code>`)
    expect(html).toContain('href="/demo/candidates/marta/documents/2.jwt"')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('serves each credential as a file', async () => {
    await put('marta', candidate())
    const file = await demo().get('/demo/candidates/marta/documents/2.jwt')
    expect(file.headers.get('content-type')).toBe('application/vc+jwt')
    expect(await file.text()).toBe(CREDENTIAL)
    expect((await demo().get('/demo/candidates/marta/documents/9.jwt')).status).toBe(404)
  })

  it('replaces what was there, and lists by position', async () => {
    await put('b', candidate({ position: 9, name: 'Somebody Else' }))
    await put('b', candidate({ position: 0, name: 'Bo Eriksen' }))
    await put('a', candidate({ position: 5, name: 'Ana Lima' }))
    const html = await (await demo().get('/demo')).text()
    expect(html).not.toContain('Somebody Else')
    expect(html.indexOf('Bo Eriksen')).toBeLessThan(html.indexOf('Ana Lima'))
  })

  it('shows the candidates of one stage', async () => {
    await put('ana', candidate({ name: 'Ana Lima', stage: 'Offer' }))
    await put('bo', candidate({ name: 'Bo Eriksen', stage: 'Screening' }))
    const html = await (await demo().get('/demo?stage=Offer')).text()
    expect(html).toContain('Ana Lima')
    expect(html).not.toContain('Bo Eriksen')
  })

  it('fills the register', async () => {
    const body = {
      position: 1,
      name: 'Lima, Ana',
      number: 'NM-1',
      profession: 'Medical practitioner',
      registeredOn: '2020-01-01',
      credential: CREDENTIAL,
    }
    const server = demo()
    const answer = await server.call('PUT', '/demo/register/nm-1', { key: ADMIN_KEY, body })
    expect(answer.status).toBe(204)
    expect(await (await server.get('/demo/register')).text()).toContain('Lima, Ana</th>')
    expect(await (await server.get('/demo/register/nm-1.jwt')).text()).toBe(CREDENTIAL)
  })

  it('seals names and credentials at rest', async () => {
    await put('marta', candidate())
    const row = await env.DB.prepare('SELECT sealed FROM demo_pages WHERE slug = ?1')
      .bind('marta')
      .first<{ sealed: string }>()
    expect(atob(row?.sealed.replaceAll('-', '+').replaceAll('_', '/') ?? '')).not.toMatch(
      /Kovacs|eyJ/,
    )
  })
})

describe('refusals', () => {
  it('takes nothing without the administrator’s key', async () => {
    expect((await put('marta', candidate(), 'licet_wrong')).status).toBe(401)
    const answer = await demo().call('PUT', '/demo/candidates/eve', { body: candidate() })
    expect(answer.status).toBe(401)
    expect((await demo().get('/demo/candidates/eve')).status).toBe(404)
  })

  it('names the field that is wrong, and never what it held', async () => {
    const documents = [{ ...candidate().documents[0], credential: '</script><script>alert(1)' }]
    const answer = await put('eve', candidate({ documents, stage: 'Hired' }))
    const text = await answer.clone().text()
    const { errors } = await problemOf(answer)
    expect(answer.status).toBe(400)
    expect(errors?.map(({ field }) => field)).toEqual(['stage', 'documents.0.credential'])
    expect(text).not.toContain('alert')
  })

  it.each(['Eve', 'eve.jwt', '-eve', 'e_e'])('refuses the slug %s', async (slug) => {
    expect((await put(slug, candidate())).status).toBe(404)
  })

  it('answers a body that is no JSON with a problem', async () => {
    expect((await put('eve', '{')).status).toBe(400)
  })

  it('is not there on the Worker’s own host, nor without a demo origin', async () => {
    expect((await startServer().get('/demo')).status).toBe(404)
    const { LICET_DEMO_ORIGIN: _, ...withoutDemo } = env
    const production = startServer(
      { ...withoutDemo, LICET_DEMO_ORIGIN: undefined } as unknown as typeof env,
      DEMO_ORIGIN,
    )
    expect((await production.get('/demo')).status).toBe(404)
    expect((await put('marta', candidate(), ADMIN_KEY, production)).status).toBe(404)
  })

  it('answers an unknown address with a page', async () => {
    const answer = await demo().get('/demo/candidates/nobody')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('There is nobody at this address')
  })
})
