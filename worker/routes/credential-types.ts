// GET /v1/credential-types: what can be issued, and all that a form or a table for it needs.
import { createRoute, z } from '@hono/zod-openapi'
import { formatsOf } from '../../shared/credential-types/formats.ts'
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import { orderSchemaPath } from '../../shared/credential-types/order-schema.ts'
import { PUBLISHED_PURPOSES } from '../../shared/status/state-table.ts'
import { ISSUED_FORMATS } from '../../shared/wire/order-fields.ts'
import { newRoutes } from './new-routes.ts'
import { jsonAnswer } from './schemas.ts'

const listSchema = z
  .object({
    credentialTypes: z.array(
      z.object({
        kind: z.string().openapi({ example: 'good-standing' }),
        title: z.string(),
        description: z.string(),
        credentialType: z.string().openapi({ description: 'What an accreditation names' }),
        formats: z.array(z.enum(ISSUED_FORMATS)),
        purposes: z.array(z.enum(PUBLISHED_PURPOSES)),
        schema: z.url().openapi({ description: 'JSON Schema of the order' }),
        columns: z.array(
          z.object({ name: z.string(), required: z.boolean(), reading: z.string() }),
        ),
        example: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .openapi('CredentialTypes')

const listRoute = createRoute({
  method: 'get',
  path: '/v1/credential-types',
  summary: 'What can be issued',
  description:
    'Every kind of credential with the schema of its order, the columns of a table of orders and an example. A `list` and `pairs` ' +
    'stand between semicolons in a cell, pairs as `name: value`; plain dates are the `begin` or the `end` of that day in UTC.',
  tags: ['Issuing'],
  responses: { 200: jsonAnswer('The kinds', listSchema) },
})

export const credentialTypeRoutes = newRoutes().openapi(listRoute, (c) => {
  const { origin } = c.get('services').settings
  const credentialTypes = Object.values(CREDENTIAL_TYPES).map((type) => ({
    kind: type.kind,
    title: type.title,
    description: type.description,
    credentialType: type.credentialType,
    formats: [...formatsOf(type)],
    purposes: [...type.purposes],
    schema: origin + orderSchemaPath(type.kind),
    columns: type.columns.map(({ name, isRequired, reading }) => ({
      name,
      required: isRequired,
      reading,
    })),
    example: { ...type.example },
  }))
  return c.json({ credentialTypes }, 200)
})
