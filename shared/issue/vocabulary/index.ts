// The documents that contexts and schemas point to, by path. Their bytes are pinned by a test: published ones never change.

import { LICENCE_SCHEMA } from '../../schema/licence-1.schema.ts'
import degreeContext from './degree-v1.context.json' with { type: 'json' }
import licenceContext from './licence-v1.context.json' with { type: 'json' }
import trustContext from './trust-v1.context.json' with { type: 'json' }

export const VOCABULARY = {
  '/contexts/degree/v1': { contentType: 'application/ld+json', document: degreeContext },
  '/contexts/licence/v1': { contentType: 'application/ld+json', document: licenceContext },
  '/contexts/trust/v1': { contentType: 'application/ld+json', document: trustContext },
  '/schemas/licence/1.json': { contentType: 'application/schema+json', document: LICENCE_SCHEMA },
} as const satisfies Record<string, { contentType: string; document: object }>
