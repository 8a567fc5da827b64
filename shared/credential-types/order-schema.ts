// The JSON Schema of an order, for programs that fill one in. Uses zod.
import { z } from 'zod'
import type { JsonObject } from '../encoding/json.ts'
import type { CredentialType } from './credential-type.ts'

/** Where a deployment serves it, below its origin; `/schemas/…/1.json` are schemas of credentials. */
export const orderSchemaPath = (kind: string): string => `/schemas/${kind}/1`

/** What comes in, as the zod schema of the kind demands it; rules between fields stay with zod. */
export function orderSchema(
  origin: string,
  { kind, title, description, schema }: CredentialType,
): JsonObject {
  const { $schema, ...rules } = z.toJSONSchema(schema, { io: 'input' })
  return { $schema, $id: origin + orderSchemaPath(kind), title, description, ...rules }
}
