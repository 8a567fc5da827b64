// What a form shows of a credential before it is signed.
import { describe, expect, it } from 'vitest'
import { CREDENTIAL_TYPES } from '../../../shared/credential-types/index.ts'
import { issueCredentialSchema } from '../../../shared/wire/issue-credential.ts'
import { previewOrder } from '../../../worker/issuing/preview.ts'
import { wireUp } from '../../../worker/wire-up.ts'
import { licenceOrder } from '../support/orders.ts'
import { startServer } from '../support/server.ts'
import { found, issue } from '../support/world.ts'

const server = startServer()
const services = wireUp(server.settings, server.platform)
const founded = await found(server)
const issuer = {
  slug: founded.slug,
  did: founded.did,
  name: 'Northmark Council',
  isTrustAnchor: false,
}
const licence = await issue(server, founded, licenceOrder())

const orderOf = (example: object, baseLicence: string) =>
  issueCredentialSchema.parse(
    JSON.parse(
      JSON.stringify(example).replace(/"baseLicence":"[^"]*"/, `"baseLicence":"${baseLicence}"`),
    ),
  )

describe.each(Object.values(CREDENTIAL_TYPES))('a preview of a $kind', ({ kind, example }) => {
  it('shows what its reader would see', async () => {
    const summary = await previewOrder(services, issuer, orderOf(example, licence.id))
    expect(summary).toMatchObject({ kind, subject: { name: 'Amina Diallo' } })
  })
})

it('refuses to show an extension of what cannot be extended', async () => {
  const { example } = CREDENTIAL_TYPES['licence-extension']
  const order = orderOf(example, `urn:uuid:${crypto.randomUUID()}`)
  await expect(previewOrder(services, issuer, order)).rejects.toMatchObject({ status: 422 })
})
