// POST /v1/verifications and /batch: 200 whatever the verdict, 4xx only where the request itself is wrong.
import { describe, expect, it } from 'vitest'
import type { VerificationResult } from '../../../shared/index.ts'
import { signVcJwt } from '../../../shared/issue/vc-jwt.ts'
import { CREDENTIAL_MAX_CHARS } from '../../../shared/limits.ts'
import { verificationResultSchema } from '../../../shared/wire/verification-result.ts'
import { createOutsideIssuer, tamper } from '../support/jws.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { bodyOf, env, problemOf, startServer } from '../support/server.ts'
import { changeStatus, foundAccredited, issue, problemsIn, verify } from '../support/world.ts'

const server = startServer()
const { issuer } = await foundAccredited(server)
const { credential } = await issue(server, issuer)

const batch = async (credentials: readonly unknown[]) => {
  const response = await server.post('/v1/verifications/batch', { body: { credentials } })
  return (await bodyOf<{ results: VerificationResult[] }>(response, 200)).results
}

describe('a verification', () => {
  it('answers what its schema says', async () => {
    const response = await server.post('/v1/verifications', { body: { credential } })
    const answer = await bodyOf(response, 200)
    expect(verificationResultSchema.strict().parse(answer)).toEqual(answer)
    expect(answer.checkedAt).toBe('2026-11-22T12:00:00Z')
  })

  it('takes an object that envelops the credential', async () => {
    const enveloped = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${credential}`,
    }
    expect((await verify(server, enveloped)).verdict).toBe('verified')
  })

  it.each([
    ['nonsense', 'nonsense', 'rejected', 'fail format.unrecognized'],
    ['an address, which is never fetched', 'https://a.xm/c.jwt', 'rejected', 'fail format.'],
    ['an empty object', {}, 'rejected', 'fail format.unrecognized'],
    [
      'more than any credential',
      'x'.repeat(CREDENTIAL_MAX_CHARS + 1),
      'rejected',
      'fail format.too_large',
    ],
    [
      'an unsigned credential',
      { type: 'VerifiableCredential' },
      'rejected',
      'fail format.unsecured',
    ],
    [
      'an SD-JWT of nobody',
      `${'eyJhbGciOiJFZERTQSIsInR5cCI6ImRjK3NkLWp3dCJ9.eyJ2Y3QiOiJ4In0.c2ln'}~`,
      'rejected',
      'fail format.property_missing',
    ],
  ])('of %s is a result', async (_, input, verdict, problem) => {
    const result = await verify(server, input)
    expect(result.verdict).toBe(verdict)
    expect(problemsIn(result)[0]).toContain(problem)
    expect(result.credential.claimsVerified).toBe(false)
  })

  it('of an issuer that cannot be reached is inconclusive', async () => {
    const outside = await createOutsideIssuer('did:web:unreachable.gov.xm')
    server.net.answer('https://unreachable.gov.xm/.well-known/did.json', () =>
      Promise.reject(new TypeError('no route')),
    )
    const text = await signVcJwt(
      {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential'],
        issuer: outside.did,
        credentialSubject: { name: 'Amina Diallo' },
      },
      outside,
    )
    const result = await verify(server, text)
    expect(result.verdict).toBe('inconclusive')
    expect(problemsIn(result)).toEqual(['unknown issuer_key.did_unreachable'])
  })

  it('leaves no trace of what was asked', async () => {
    const count = async () =>
      (await env.DB.prepare('SELECT count(*) AS n FROM credentials').first<{ n: number }>())?.n
    const before = await count()
    await verify(server, credential)
    expect(await count()).toBe(before)
  })
})

describe('“at”', () => {
  it('after the end of the credential says expired', async () => {
    const result = await verify(server, credential, '2027-01-01T00:00:00Z')
    expect(result.verdict).toBe('not_in_force')
    expect(problemsIn(result)).toContain('fail validity_period.expired')
  })

  it('within the life of the lists answers as now', async () => {
    expect((await verify(server, credential, '2026-11-23T11:00:00Z')).verdict).toBe('verified')
  })

  it('beyond the life of the lists cannot be known', async () => {
    const result = await verify(server, credential, '2026-11-25T00:00:00Z')
    expect(result.verdict).toBe('inconclusive')
    expect(problemsIn(result)).toContain('unknown status.list_expired')
  })

  it('in the past, of which there is no list, cannot be known', async () => {
    const result = await verify(server, credential, '2026-06-01T00:00:00Z')
    expect(result.verdict).toBe('inconclusive')
    expect(problemsIn(result)).toContain('unknown status.history_unavailable')
  })

  it('before the credential began says not yet valid', async () => {
    const result = await verify(server, credential, '2025-12-31T00:00:00Z')
    expect(result.verdict).toBe('not_in_force')
    expect(problemsIn(result)).toContain('fail validity_period.not_yet_valid')
  })

  it('never changes when the answer was given', async () => {
    const { checkedAt } = await verify(server, credential, '2026-06-01T00:00:00Z')
    expect(checkedAt).toBe('2026-11-22T12:00:00Z')
  })

  it.each(['yesterday', '2026-06-01', '2026-06-01T00:00:00', 1_767_225_600])(
    'as %s is refused',
    async (at) => {
      const response = await server.post('/v1/verifications', { body: { credential, at } })
      expect((await problemOf(response)).errors?.map((error) => error.field)).toEqual(['at'])
    },
  )
})

describe('“expectedName”', () => {
  const ask = async (expectedName: unknown) =>
    server.post('/v1/verifications', { body: { credential, expectedName } })

  it.each([
    ['Amina Diallo', 'exact'],
    [' DIALLO, Amina ', 'variant'],
    ['A. Diallo', 'possible'],
    ['أمينة ديالو', 'possible'],
    ['Tomás Ferreira', 'different'],
  ])('as “%s” is answered: %s', async (expectedName, match) => {
    const result = await bodyOf<VerificationResult>(await ask(expectedName), 200)
    expect(result.nameMatch).toBe(match)
    expect(result.matchedName).toBe('Amina Diallo')
    expect(result.verdict).toBe('verified')
    expect(verificationResultSchema.strict().parse(result)).toEqual(result)
  })

  it('is not answered where nobody asks', async () => {
    expect(await verify(server, credential)).not.toHaveProperty('nameMatch')
  })

  it.each([
    ['nothing', ''],
    ['blanks', '  '],
    ['more than any name', 'Confidential'.repeat(17)],
    ['a number', 7],
  ])('that is %s is refused, without repeating it', async (_, expectedName) => {
    const response = await ask(expectedName)
    expect(response.status).toBe(400)
    const problem = await problemOf(response)
    expect(problem.errors?.map((error) => error.field)).toEqual(['expectedName'])
    expect(JSON.stringify(problem)).not.toContain('Confidential')
  })
})

describe.each(['nonce', 'audience'])('“%s”', (name) => {
  it('wants proof of possession, which a bare credential is not', async () => {
    const response = await server.post('/v1/verifications', {
      body: { credential, [name]: 'https://employer.example' },
    })
    const result = await bodyOf<VerificationResult>(response, 200)
    expect(problemsIn(result)).toEqual(['fail holder_binding.missing'])
    expect(result.verdict).toBe('rejected')
  })

  it.each([
    ['nothing', ''],
    ['too long', 'x'.repeat(2_049)],
    ['a list', ['x']],
  ])('that is %s is refused', async (_, value) => {
    const response = await server.post('/v1/verifications', { body: { credential, [name]: value } })
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors?.map((error) => error.field)).toEqual([name])
  })
})

describe('the beginning of a credential', () => {
  it('may be a minute ahead of our clock, not more', async () => {
    const order = licenceOrder({ validFrom: '2026-11-22T12:01:00Z' })
    const early = await issue(server, issuer, order)
    expect((await verify(server, early.credential)).checks[5]?.outcome).toBe('pass')
    const tooEarly = licenceOrder({ validFrom: '2026-11-22T12:01:01Z' })
    const other = await issue(server, issuer, tooEarly)
    expect((await verify(server, other.credential)).checks[5]?.outcome).toBe('fail')
  })
})

describe('a batch', () => {
  it('answers in the order of its items, and one bad item never fails the rest', async () => {
    const suspended = await issue(server, issuer)
    await changeStatus(server, issuer, suspended.uuid, 'suspended')
    const degree = await issue(server, issuer, degreeOrder({ format: 'jwt_vc' }))
    const forged = tamper(credential, (payload) => {
      payload.name = 'Licence to practise surgery'
    })
    const results = await batch([
      credential,
      'nonsense',
      suspended.credential,
      forged,
      degree.credential,
    ])
    expect(results.map(({ verdict }) => verdict)).toEqual([
      'verified',
      'rejected',
      'not_in_force',
      'rejected',
      'verified',
    ])
  })

  it('takes any JSON value for an item', async () => {
    const items = [null, 7, true, [], [[credential]], {}, '', credential]
    const results = await batch(items)
    expect(results.map(({ verdict }) => verdict)).toEqual([
      ...Array(7).fill('rejected'),
      'verified',
    ])
    expect(results.slice(0, 7).flatMap(problemsIn)).toEqual(
      Array(7).fill('fail format.unrecognized'),
    )
  })

  it('may have a hundred items', async () => {
    expect(await batch(Array(100).fill('x'))).toHaveLength(100)
  })

  it.each([
    ['101 items', Array(101).fill('x')],
    ['none', []],
    ['no list', 'x'],
  ])('with %s is refused', async (_, credentials) => {
    const response = await server.post('/v1/verifications/batch', { body: { credentials } })
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors?.map((error) => error.field)).toEqual(['credentials'])
  })
})

describe.each(['/v1/verifications', '/v1/verifications/batch'])('the body of POST %s', (path) => {
  const name = path.endsWith('batch') ? 'credentials' : 'credential'

  it.each([
    ['is no JSON', '{"credential', 'request.malformed', 400],
    ['is nothing', '', 'request.malformed', 400],
    ['is a list', '[]', 'request.invalid', 400],
    ['is null', 'null', 'request.invalid', 400],
    ['holds no credential', '{}', 'request.invalid', 400],
    ['holds an unknown property', { surprise: 'Amina' }, 'request.invalid', 400],
    ['is too large', 'x'.repeat(2_097_153), 'request.too_large', 413],
  ])('that %s is refused', async (_, body, code, status) => {
    const full =
      typeof body === 'object' ? { [name]: name === 'credentials' ? ['x'] : 'x', ...body } : body
    const response = await server.post(path, { body: full })
    expect(response.status).toBe(status)
    expect((await problemOf(response)).code).toBe(code)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', ''])(
    'as “%s” is refused',
    async (type) => {
      const headers = { 'content-type': type }
      const response = await server.post(path, { body: '{"credential":"x"}', headers })
      expect(response.status).toBe(415)
      expect((await problemOf(response)).code).toBe('request.media_type')
    },
  )
})

it('counts the bytes of a body that does not declare its length', async () => {
  const chunk = new TextEncoder().encode(' '.repeat(262_144))
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent++ < 9) controller.enqueue(chunk)
      else controller.close()
    },
  })
  const request = new Request('http://localhost:8787/v1/verifications', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'cf-connecting-ip': '198.51.100.1' },
    body,
  })
  const response = await server.app.request(request, undefined, server.settings)
  expect(response.status).toBe(413)
})

// Last, because the lists that it has signed are of another day.
it('expires at the very second of validUntil', async () => {
  const late = startServer()
  late.clock.now = Date.parse('2026-12-31T23:59:59Z') / 1000
  expect((await verify(late, credential)).verdict).toBe('verified')
  late.clock.now += 1
  expect(problemsIn(await verify(late, credential))).toEqual(['fail validity_period.expired'])
})
