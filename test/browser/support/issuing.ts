// Issues and changes credentials through the Worker's API, as an issuer would. Uses fetch.
import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'

type State = 'active' | 'suspended' | 'revoked'

const COUNCIL = 'northmark-medical-council'

async function askCouncil(method: string, path: string, body: object): Promise<unknown> {
  const { origin, keys } = inject('world')
  const answer = await fetch(`${origin}/v1/issuers/${COUNCIL}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${keys.issuers[COUNCIL]?.apiKey}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`)
  return answer.json()
}

/** A licence to practise medicine that verifies. */
export async function issueLicence(
  name: string,
  changes: object = {},
): Promise<{ id: string; credential: string }> {
  const issued = await askCouncil('POST', '/credentials', {
    kind: 'licence',
    format: 'vc+jwt',
    subject: { name },
    validFrom: '2020-01-01T00:00:00Z',
    validUntil: '2099-12-31T23:59:59Z',
    licence: {
      name: 'Licence to practise medicine',
      number: 'NM-90001',
      profession: { isco08: '2211' },
      jurisdiction: 'XM-N',
    },
    ...changes,
  })
  return issued as { id: string; credential: string }
}

export const setLicenceState = (id: string, state: State) =>
  askCouncil('PATCH', `/credentials/${id.replace('urn:uuid:', '')}/status`, {
    state,
    reason: 'A test.',
  })
