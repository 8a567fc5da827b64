// `/contexts/…`, `/schemas/…` and `/vct/…`: the vocabularies of our credentials, the same in every deployment but for its own address.
import { Hono } from 'hono'
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import { orderSchema, orderSchemaPath } from '../../shared/credential-types/order-schema.ts'
import { typeMetadata } from '../../shared/issue/type-metadata.ts'
import { VOCABULARY } from '../../shared/issue/vocabulary/index.ts'
import type { AppContext } from '../app-context.ts'
import { sendDocument } from './etag.ts'

const MAX_AGE_SECONDS = 86_400

export const vocabularyRoutes = new Hono<AppContext>()

for (const [path, { contentType, document }] of Object.entries(VOCABULARY)) {
  vocabularyRoutes.get(path, (c) =>
    sendDocument(c, {
      text: JSON.stringify(document, null, 2),
      contentType,
      maxAgeSeconds: MAX_AGE_SECONDS,
    }),
  )
}

for (const type of Object.values(CREDENTIAL_TYPES)) {
  vocabularyRoutes.get(orderSchemaPath(type.kind), (c) =>
    sendDocument(c, {
      text: JSON.stringify(orderSchema(c.get('services').settings.origin, type), null, 2),
      contentType: 'application/schema+json',
      maxAgeSeconds: MAX_AGE_SECONDS,
    }),
  )
  if (!type.sdJwt) continue
  vocabularyRoutes.get(type.sdJwt.path, (c) =>
    sendDocument(c, {
      text: JSON.stringify(typeMetadata(c.get('services').settings.origin, type), null, 2),
      contentType: 'application/json',
      maxAgeSeconds: MAX_AGE_SECONDS,
    }),
  )
}
