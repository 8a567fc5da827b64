// Whoever copies the database learns no name, no claim, no key.
import { expect, it } from 'vitest'
import { dumpOf, withOpenedTokens } from '../support/dump.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { ADMIN_KEY, startServer } from '../support/server.ts'
import { changeStatus, foundAccredited, issue } from '../support/world.ts'

/** Words that nothing else would spell. */
const SECRETS = {
  name: 'Zubaydah Quillfeather',
  number: 'LIC-7731-XYZZY',
  register: 'Register of the Hidden',
  condition: 'Never after the fourth moon',
  degree: 'Doctor of Obfuscation',
  field: 'Cryptobotany',
  grade: 'summa cum silentio',
  reason: 'Found asleep in theatre four',
  subjectId: 'did:example:zubaydah',
}

it('keeps no subject, claim, reason, API key, admin key or private key in clear', async () => {
  const server = startServer()
  const { issuer } = await foundAccredited(server)
  const subject = { name: SECRETS.name, id: SECRETS.subjectId }
  const licence = {
    ...licenceOrder().licence,
    number: SECRETS.number,
    register: SECRETS.register,
    conditions: [SECRETS.condition],
  }
  const degree = {
    ...degreeOrder().degree,
    name: SECRETS.degree,
    fieldOfStudy: SECRETS.field,
    results: [{ name: 'Grade', value: SECRETS.grade }],
  }
  const { uuid } = await issue(server, issuer, licenceOrder({ subject, licence }))
  for (const format of ['vc+jwt', 'jwt_vc'] as const) {
    await server.post(`/v1/issuers/${issuer.slug}/credentials`, {
      key: issuer.apiKey,
      body: degreeOrder({ subject, degree, format }),
      headers: { 'idempotency-key': format },
    })
  }
  await changeStatus(server, issuer, uuid, 'suspended', SECRETS.reason)
  await server.get('/v1/trust-list')
  await server.get(`/issuers/${issuer.slug}/status/r1`)

  const text = withOpenedTokens(await dumpOf())
  const readable = Object.entries({ ...SECRETS, apiKey: issuer.apiKey, adminKey: ADMIN_KEY })
  for (const [what, secret] of readable) expect(text.includes(secret), what).toBe(false)
  // The private part of an Ed25519 key in PKCS #8 begins so, whatever the key is.
  expect(text).not.toMatch(/MC4CAQAwBQYDK2Vw/)
  expect(text).not.toMatch(/302e020100300506032b6570/i)
})
