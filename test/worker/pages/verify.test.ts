// /verify without a script: paste or choose a file, read the verdict in words.
import { describe, expect, it } from 'vitest'
import { bakeSvg } from '../../../shared/baking/svg.ts'
import { utf8Encode } from '../../../shared/encoding/bytes.ts'
import { signVcJwt } from '../../../shared/issue/vc-jwt.ts'
import { CREDENTIAL_MAX_CHARS, REQUEST_BODY_MAX_BYTES } from '../../../shared/limits.ts'
import { ar } from '../../../shared/ui/wording/ar.ts'
import { en } from '../../../shared/ui/wording/en.ts'
import { createOutsideIssuer, tamper } from '../support/jws.ts'
import { licenceOrder } from '../support/orders.ts'
import { ORIGIN, startServer } from '../support/server.ts'
import { changeStatus, foundAccredited, issue } from '../support/world.ts'

const server = startServer()
const { issuer } = await foundAccredited(server)
const { credential } = await issue(server, issuer)

/** What a browser sends, as the page that comes back. */
async function send(
  body: FormData | URLSearchParams | string,
  headers: Record<string, string> = {},
) {
  const response = await server.app.request(
    `${ORIGIN}/verify`,
    { method: 'POST', body, headers: { 'cf-connecting-ip': '203.0.113.99', ...headers } },
    server.settings,
  )
  return { response, status: response.status, html: await response.text() }
}

const form = (entries: Record<string, string | File>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(entries)) data.append(name, value)
  return data
}

const file = (text: string, name = 'licence.jwt') => new File([text], name)
const verdictOf = (html: string) => /data-verdict="(\w+)"/.exec(html)?.[1]
const outcomesOf = (html: string) =>
  Array.from(
    html.matchAll(/data-check="(\w+)" data-outcome="(\w+)"/g),
    ([, check, outcome]) => `${check} ${outcome}`,
  )

/** What a reader sees: no tags, no entities. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')

describe('GET /verify', () => {
  it('offers a form that needs no script', async () => {
    const response = await server.get('/verify')
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    const html = await response.text()
    expect(html).toMatch(/^<!doctype html><html lang="en">/)
    expect(html).toMatch(/<form method="post" action="\/verify" enctype="multipart\/form-data"/)
    expect(html).toContain('<textarea name="credential"')
    expect(html).toContain('<input type="file" name="file"')
    expect(html).toContain('<button type="submit">Verify</button>')
    expect(html).not.toContain('role="alert"')
  })
})

describe('POST /verify', () => {
  it('shows verdict and all checks in words for a pasted credential', async () => {
    const { status, html } = await send(form({ credential }))
    expect(status).toBe(200)
    expect(verdictOf(html)).toBe('verified')
    const words = wordsOf(html)
    expect(words).toContain(en.verdicts.verified.word)
    expect(words).toContain(en.verdicts.verified.meaning)
    expect(words).toContain('Licence to practise medicine')
    expect(words).toContain('Amina Diallo')
    expect(outcomesOf(html)).toHaveLength(9)
    for (const { name, question } of Object.values(en.checks)) {
      expect(words).toContain(name)
      expect(words).toContain(question)
    }
  })

  it('takes a form without files', async () => {
    const { html } = await send(new URLSearchParams({ credential: `  ${credential}\n` }))
    expect(verdictOf(html)).toBe('verified')
  })

  it('takes a file', async () => {
    const { html } = await send(form({ credential: '', file: file(`${credential}\n`) }))
    expect(verdictOf(html)).toBe('verified')
  })

  it('takes the text where there is a file too', async () => {
    const { html } = await send(form({ credential, file: file('nonsense') }))
    expect(verdictOf(html)).toBe('verified')
  })

  it('says why a licence is not in force', async () => {
    const { uuid, credential: suspended } = await issue(server, issuer)
    await changeStatus(server, issuer, uuid, 'suspended')
    const { html } = await send(form({ credential: suspended }))
    expect(verdictOf(html)).toBe('not_in_force')
    expect(outcomesOf(html)).toContain('status fail')
    expect(wordsOf(html)).toContain(en.reasons['status.suspended'])
  })

  it('says that an altered credential must not be relied on', async () => {
    const altered = tamper(credential, (payload) => {
      payload.credentialSubject.name = 'Somebody Else'
    })
    const { status, html } = await send(form({ credential: altered }))
    expect(status).toBe(200)
    expect(verdictOf(html)).toBe('rejected')
    expect(wordsOf(html)).toContain(en.reasons['signature.mismatch'])
    expect(wordsOf(html)).toContain(en.panel.unproven)
  })

  it('takes a badge image', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'
    const badge = file(bakeSvg(svg, credential), 'badge.svg')
    const { html } = await send(form({ credential: '', file: badge }))
    expect(verdictOf(html)).toBe('verified')
  })

  it.each([
    ['a photograph', 'format.unrecognized', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['a torn badge', 'format.encoding_malformed', utf8Encode('<svg>')],
  ] as const)('says of %s what it is not', async (_, code, bytes) => {
    const picture = new File([bytes], 'scan.png')
    const { status, html } = await send(form({ credential: '', file: picture }))
    expect(status).toBe(400)
    expect(wordsOf(html)).toContain(en.reasons[code])
    expect(verdictOf(html)).toBeUndefined()
  })

  it('shows licence conditions above everything else', async () => {
    const licence = { ...licenceOrder().licence, conditions: ['No surgery alone'] }
    const { credential: limited } = await issue(server, issuer, licenceOrder({ licence }))
    const { html } = await send(form({ credential: limited }))
    expect(wordsOf(html)).toContain(en.notices.licence_conditions)
    expect(wordsOf(html)).toContain('No surgery alone')
  })

  it('answers in the language that the browser asks for, in a page that stays English', async () => {
    const { response, html } = await send(form({ credential }), {
      'accept-language': 'ar-EG,en;q=0.5',
    })
    expect(response.headers.get('vary')).toContain('Accept-Language')
    expect(html).toMatch(/<html lang="en">/)
    expect(html).toMatch(
      /<article class="verdict-panel" data-verdict="verified" lang="ar" dir="rtl">/,
    )
    expect(wordsOf(html)).toContain(ar.verdicts.verified.meaning)
  })

  it('is kept by nobody', async () => {
    const { response } = await send(form({ credential }))
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('an expected name', () => {
  it('is asked for by the form, and need not be given', async () => {
    const html = await (await server.get('/verify')).text()
    expect(wordsOf(html)).toContain('Whose credential do you expect? (optional)')
    expect(html).toContain('name="expectedName"')
    const { html: unasked } = await send(form({ credential, expectedName: ' ' }))
    expect(wordsOf(unasked)).not.toContain(en.panel.expectedName)
  })

  it.each([
    ['Amina Diallo', 'exact'],
    [' diallo AMINA ', 'variant'],
    ['Tomás Ferreira', 'different'],
  ] as const)('“%s” is answered beside the verdict: %s', async (expectedName, match) => {
    const { html } = await send(form({ credential, expectedName }))
    expect(verdictOf(html)).toBe('verified')
    expect(wordsOf(html)).toContain(en.panel.expectedName)
    expect(wordsOf(html)).toContain(en.expectedNames[match]('Amina Diallo', expectedName.trim()))
  })

  it('stays in the form where something else was missing', async () => {
    const { html } = await send(form({ expectedName: 'Amina Diallo' }))
    expect(html).toMatch(/<input name="expectedName"[^>]*value="Amina Diallo"/)
  })

  it('is shown as text, in no address', async () => {
    const expectedName = '"><script>alert(1)</script>\u202eConfidential'
    for (const fields of [{ credential, expectedName }, { expectedName }]) {
      const { html, response } = await send(form(fields))
      expect(html).not.toContain('<script>alert')
      expect(html).not.toMatch(/(?:href|src|action)="[^"]*Confidential/)
      expect(JSON.stringify([...response.headers])).not.toContain('Confidential')
    }
  })
})

describe('advice', () => {
  const NOTHING = 'There was nothing to verify. Paste a credential or choose a file.'
  const TOO_LARGE = 'That is too large to be a credential.'

  it.each<[string, FormData | URLSearchParams | string, Record<string, string>]>([
    ['an empty form', form({}), {}],
    ['blanks', form({ credential: ' \n\t ' }), {}],
    ['an empty file', form({ credential: '', file: file('') }), {}],
    ['an empty body', '', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a form that cannot be read', 'x', { 'content-type': 'multipart/form-data; boundary=b' }],
    ['a form without a boundary', 'x', { 'content-type': 'multipart/form-data' }],
    ['what is no form', '{"credential":"x"}', { 'content-type': 'application/json' }],
  ])('is given for %s', async (_, body, headers) => {
    const { status, html } = await send(body, headers)
    expect(status).toBe(400)
    expect(wordsOf(html)).toContain(NOTHING)
    expect(html).toMatch(
      /<p role="alert" class="advice" id="advice" tabindex="-1" data-autofocus="true">/,
    )
    expect(html).toMatch(
      /<textarea[^>]*aria-describedby="advice credential-help"[^>]*aria-invalid="true"/,
    )
  })

  it.each([
    ['than a credential can be', CREDENTIAL_MAX_CHARS * 4 + 1],
    ['than any request may be', REQUEST_BODY_MAX_BYTES + 1],
  ])('is given for a file that is larger %s', async (_, bytes) => {
    const { status, html } = await send(form({ credential: '', file: file('x'.repeat(bytes)) }))
    expect(status).toBe(413)
    expect(wordsOf(html)).toContain(TOO_LARGE)
    expect(html).toContain('<form method="post"')
  })
})

describe('what a credential says about itself', () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'>{{7*7}}'

  it('is shown as text, never as part of the page', async () => {
    const outside = await createOutsideIssuer()
    const text = await signVcJwt(
      {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential', 'ProfessionalLicenceCredential'],
        name: evil,
        issuer: { id: outside.did, name: evil },
        credentialSubject: {
          name: evil,
          licence: {
            number: evil,
            jurisdiction: evil,
            conditions: [evil],
            profession: { isco08: evil },
          },
        },
      },
      outside,
    )
    const { html } = await send(form({ credential: text }))
    expect(verdictOf(html)).toBe('unrecognized_issuer')
    expect(html).not.toMatch(/<script(?![^>]* src="\/assets\/verify\.js")/)
    expect(html).not.toMatch(/<img/)
    expect(html).toContain('&lt;script>alert(1)&lt;/script>')
  })

  it('is shown without characters that turn it round or hide it', async () => {
    const subject = { name: 'Amina\u202eollaiD\u200b\u0000' }
    const { credential: turned } = await issue(server, issuer, licenceOrder({ subject }))
    const { html } = await send(form({ credential: turned }))
    expect(html).toContain('AminaollaiD')
    for (const hidden of ['\u202e', '\u200b', '\u0000']) expect(html).not.toContain(hidden)
  })
})
