// The documents that contexts and schemas point to, by path. Their bytes are pinned by a test: published ones never change.
import attestationContext from '../../json-ld/contexts/licet-attestation-v1.json' with {
  type: 'json',
}
import degreeContext from '../../json-ld/contexts/licet-degree-v1.json' with { type: 'json' }
import licenceContext from '../../json-ld/contexts/licet-licence-v1.json' with { type: 'json' }
import trustContext from '../../json-ld/contexts/licet-trust-v1.json' with { type: 'json' }
import { LICENCE_SCHEMA } from '../../schema/licence-1.schema.ts'

export const VOCABULARY = {
  '/contexts/attestation/v1': { contentType: 'application/ld+json', document: attestationContext },
  '/contexts/degree/v1': { contentType: 'application/ld+json', document: degreeContext },
  '/contexts/licence/v1': { contentType: 'application/ld+json', document: licenceContext },
  '/contexts/trust/v1': { contentType: 'application/ld+json', document: trustContext },
  '/schemas/licence/1.json': { contentType: 'application/schema+json', document: LICENCE_SCHEMA },
} as const satisfies Record<string, { contentType: string; document: object }>
