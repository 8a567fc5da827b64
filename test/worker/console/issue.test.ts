// /console/issue: from the form, through the preview, to the signed credential and its downloads.
import { describe, expect, it } from 'vitest'
import { CREDENTIAL_TYPES } from '../../../shared/credential-types/index.ts'
import { ISSUED_FORMATS } from '../../../shared/wire/order-fields.ts'
import type { OperatorRole } from '../../../worker/storage/operators.ts'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { payloadOf } from '../support/jws.ts'
import { env, startServer, textOf } from '../support/server.ts'
import { foundAccredited, verify } from '../support/world.ts'

const server = startServer()
const { issuer } = await foundAccredited(server)
const proposer = await visit(server, issuer.slug, 'proposer')

const LICENCE = {
  format: 'vc+jwt',
  holder_name: 'Zoë <i>Adeyemi</i>',
  valid_from: '2026-01-01',
  valid_until: '2026-12-31',
  name: 'Licence to practise medicine',
  number: 'NM-1',
  isco08: '2211',
  jurisdiction: 'XM-N',
  scope: 'supervised',
  conditions: 'Not to operate alone; Reports yearly',
}

/** RFC 8037 §A.2. */
const KEY = JSON.stringify({
  kty: 'OKP',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
})

const send = (form: Record<string, string> = {}, kind = 'licence') =>
  proposer.post(`/console/issue/${kind}`, { ...LICENCE, ...form })

const hiddenOf = (document: Document) =>
  Object.fromEntries(
    Array.from(document.querySelectorAll('.console input[type=hidden]'), (input) => [
      input.getAttribute('name') ?? '',
      input.getAttribute('value') ?? '',
    ]),
  )

async function sign(form: Record<string, string> = {}) {
  const preview = hiddenOf(await pageOf(await send(form)))
  const document = await pageOf(await send({ ...preview, step: 'sign' }))
  return { document, preview, text: wordsOf(document, '#credential') }
}

const countIssued = async () => {
  const row = await env.DB.prepare('SELECT count(*) AS issued FROM credentials WHERE kind = ?')
    .bind('licence')
    .first<{ issued: number }>()
  return row?.issued
}

describe('the choice', () => {
  it('leads to a form for every kind, each with a label and a name for every column', async () => {
    const document = await pageOf(await proposer.get('/console/issue'))
    const links = Array.from(document.querySelectorAll('.ways a'), (a) => a.getAttribute('href'))
    expect(links).toEqual(Object.keys(CREDENTIAL_TYPES).map((kind) => `/console/issue/${kind}`))
    for (const [kind, { columns }] of Object.entries(CREDENTIAL_TYPES)) {
      const form = await pageOf(await proposer.get(`/console/issue/${kind}`))
      for (const { name, isRequired } of columns) {
        const input = form.querySelector(`main [name="${name}"]`)
        expect(input?.hasAttribute('required'), `${kind} ${name}`).toBe(isRequired)
      }
    }
  })

  it.each(['auditor', 'admin'] satisfies OperatorRole[])(
    'is not open to the role %s',
    async (role) => {
      const visitor = await visit(server, issuer.slug, role)
      await pageOf(await visitor.get('/console/issue'), 403)
      await pageOf(await visitor.get('/console/issue/licence'), 403)
      await pageOf(await visitor.post('/console/issue/licence', LICENCE), 403)
      await pageOf(await visitor.post('/console/download', { credential: 'eyJ', as: 'file' }), 403)
      const home = await pageOf(await visitor.get('/console'))
      expect(home.querySelector('a[href="/console/issue"]')).toBeNull()
    },
  )

  it('knows no other kind', async () => {
    await pageOf(await proposer.get('/console/issue/constructor'), 404)
  })
})

describe('the preview', () => {
  it('shows the credential as its holder will see it, and signs nothing', async () => {
    const before = await countIssued()
    const page = await pageOf(await send())
    const shown = wordsOf(page, '.preview')
    for (const words of [
      'Licence to practise medicine',
      'Zoë <i>Adeyemi</i>',
      'Only under supervision',
      'Not to operate alone; Reports yearly',
      '31 December 2026',
    ]) {
      expect(shown).toContain(words)
    }
    expect(page.querySelector('i')).toBeNull()
    expect(page.documentElement.outerHTML).not.toContain('eyJ')
    expect(await countIssued()).toBe(before)
  })

  it.each(ISSUED_FORMATS)('reads the same as %s', async (format) => {
    const shown = (page: Document) => wordsOf(page, '.preview .verdict-facts')
    expect(shown(await pageOf(await send({ format })))).toBe(shown(await pageOf(await send())))
  })

  it('leads back to the form with everything that was entered', async () => {
    const page = await pageOf(await send({ step: 'change' }))
    expect(page.querySelector('[name=number]')?.getAttribute('value')).toBe('NM-1')
    expect(page.querySelector('[name=valid_until]')?.getAttribute('value')).toBe('2026-12-31')
    expect(wordsOf(page, '[name=conditions]')).toBe(LICENCE.conditions)
    expect(wordsOf(page, '[name=scope] [selected]')).toBe('supervised')
    expect(page.querySelector('[role=alert]')).toBeNull()
  })
})

describe('a form is not accepted', () => {
  it.each([
    ['holder_name', ''],
    ['number', ''],
    ['isco08', '22'],
    ['jurisdiction', 'Northmark'],
    ['valid_from', '2026-13-01'],
    ['valid_until', '2025-12-31'],
    ['scope', 'unlimited'],
    ['format', 'pdf'],
  ])('where %s is %j: it is said beside the field, and all is kept', async (name, value) => {
    const page = await pageOf(await send({ [name]: value, step: 'sign' }), 400)
    expect(page.querySelector(`#field-${name}`)?.getAttribute('aria-invalid')).toBe('true')
    expect(wordsOf(page, `#field-${name}-error`)).toMatch(/^Not accepted: \S/)
    expect(page.querySelectorAll('[aria-invalid]')).toHaveLength(1)
    expect(page.querySelector(`[role=alert] a[href="#field-${name}"]`)).not.toBeNull()
    expect(wordsOf(page, '[name=conditions]')).toBe(LICENCE.conditions)
  })

  it('and names everything that is missing at once', async () => {
    const page = await pageOf(
      await proposer.post('/console/issue/licence', { format: 'vc+jwt' }),
      400,
    )
    const required = CREDENTIAL_TYPES.licence.columns.filter(({ isRequired }) => isRequired)
    expect(page.querySelectorAll('[aria-invalid]')).toHaveLength(required.length)
  })
})

describe('the signature', () => {
  it('makes a credential that verifies and says what the form said', async () => {
    const { document, text } = await sign()
    const { verdict, credential } = await verify(server, text)
    expect(verdict).toBe('verified')
    expect(credential.subject.name).toBe(LICENCE.holder_name)
    expect(credential.validUntil).toBe('2026-12-31T23:59:59Z')
    expect(wordsOf(document, '.verdict-word')).toMatch(/Verified/)
    const link = document.querySelector('main [role=status] a')?.getAttribute('href') ?? ''
    expect(wordsOf(await pageOf(await proposer.get(link)), '.facts')).toContain('In force')
  })

  it('is made once, however often the form is sent', async () => {
    const before = (await countIssued()) ?? 0
    const { preview, text } = await sign()
    const again = await pageOf(await send({ ...preview, step: 'sign' }))
    expect(wordsOf(again, '#credential')).toBe(text)
    expect(await countIssued()).toBe(before + 1)
  })

  it('is not made for a form that differs from what was signed under its key', async () => {
    const { preview } = await sign()
    await pageOf(await send({ ...preview, number: 'NM-2', step: 'sign' }), 409)
  })

  it('is not made without the preview', async () => {
    const page = await pageOf(await send({ step: 'sign' }))
    expect(wordsOf(page, 'h1')).toBe('As its holder will see it')
  })
})

describe('a download', () => {
  it.each([
    ['file', 'application/vc+jwt', 'credential.jwt'],
    ['svg', 'image/svg+xml', 'credential.svg'],
  ])('as %s', async (as, mediaType, name) => {
    const { text } = await sign()
    const response = await proposer.post('/console/download', { credential: text, as })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(mediaType)
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
    expect(await textOf(response)).toContain(text)
  })

  it('is not drawn of what is no credential of ours', async () => {
    const form = { credential: 'eyJhbGciOiJub25lIn0.e30.', as: 'pdf' }
    await pageOf(await proposer.post('/console/download', form), 422)
  })
})

it('says in plain words what is wrong with a field', async () => {
  const document = await pageOf(await send({ isco08: '22' }), 400)
  expect(wordsOf(document, '#field-isco08-error')).toBe(
    'Not accepted: Expected at least 4 characters.',
  )
})

describe('a holder', () => {
  const NAMES = {
    holder_name_lang: 'en',
    name_2: 'أمينة ديالو',
    name_2_lang: 'ar',
    name_2_kind: 'native',
  }
  const payloadIn = (text: string) => payloadOf(text) as { credentialSubject: { name: unknown } }

  it('has a name in every script that was entered', async () => {
    const { text } = await sign(NAMES)
    expect(JSON.stringify(payloadIn(text))).toContain('أمينة ديالو')
    const result = await verify(server, text)
    expect(result.verdict).toBe('verified')
  })

  it('has one name, as a text, where nothing else was entered', async () => {
    const { text } = await sign()
    expect(payloadIn(text).credentialSubject.name).toBe(LICENCE.holder_name)
  })

  it.each([
    ['name_2', { name_2_lang: 'ar' }],
    ['name_3_lang', { name_3: 'Amina', name_3_lang: 'x'.repeat(36) }],
    ['name_2_kind', { name_2: 'Amina', name_2_kind: 'nickname' }],
    ['holder_key', { holder_key: 'not a key', format: 'dc+sd-jwt' }],
    ['holder_key', { holder_key: KEY }],
  ])('is refused where %s is wrong, and what was entered is kept', async (name, form) => {
    const document = await pageOf(await send(form as Record<string, string>), 400)
    expect(document.querySelector(`#field-${name}`)?.getAttribute('aria-invalid')).toBe('true')
    expect(document.querySelector(`[role=alert] a[href="#field-${name}"]`)).not.toBeNull()
    expect(document.querySelector('details')?.hasAttribute('open')).toBe(true)
  })

  it('is bound to the key that was entered', async () => {
    const { text } = await sign({ format: 'dc+sd-jwt', holder_key: KEY })
    expect(payloadOf(text.split('~')[0] ?? '').cnf.jwk).toMatchObject(JSON.parse(KEY))
  })
})
