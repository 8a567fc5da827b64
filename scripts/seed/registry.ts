// Brings the demo's institutions into a Worker: issuers, then who recognises whom. Uses the HTTP API.
import { readKeys, writeKeys } from '../secrets.mjs'
import { ask } from './api.ts'
import type { Memory } from './once.ts'
import { accreditations, DENTAL_COUNCIL, ORGANIZATIONS } from './organizations.ts'

interface Place {
  readonly folder: string
  readonly origin: string
  readonly memory: Memory
  readonly accreditedUntil: string
}

const ACCREDITED_FROM = '2000-01-01T00:00:00Z'

/** Every organization with its DID and API key. The keys go to the world's key file at once: they are shown only once. */
export async function createOrganizations({ folder, origin, memory }: Place) {
  for (const organization of ORGANIZATIONS) {
    await memory.once(`organization ${organization.slug}`, async () => {
      const keys = await readKeys(folder)
      const made = (await ask({
        method: 'POST',
        url: `${origin}/v1/issuers`,
        key: keys.admin,
        body: organization,
      })) as { did: string; apiKey: string }
      keys.issuers[organization.slug] = { did: made.did, apiKey: made.apiKey }
      await writeKeys(folder, keys)
      return made.did
    })
  }
  return readKeys(folder)
}

export async function accreditAll(
  { origin, memory, accreditedUntil }: Place,
  keys: Awaited<ReturnType<typeof readKeys>>,
  dentalCouncilDid: string,
) {
  for (const { by, for: subject, ...limits } of accreditations(dentalCouncilDid)) {
    await memory.once(`accreditation ${by} ${subject}`, async () => {
      const organization = ORGANIZATIONS.find(({ slug }) => slug === subject) ?? DENTAL_COUNCIL
      const { name, url } = organization
      await ask({
        method: 'POST',
        url: `${origin}/v1/issuers/${by}/accreditations`,
        key: keys.admin,
        idempotencyKey: `seed-${by}-${name}`.toLowerCase().replaceAll(' ', '-'),
        body: {
          subject: { did: keys.issuers[subject]?.did ?? subject, name, url },
          validFrom: ACCREDITED_FROM,
          validUntil: accreditedUntil,
          ...limits,
        },
      })
    })
  }
}
