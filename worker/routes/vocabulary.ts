// `/contexts/…`, `/schemas/…` and `/vct/…`: the vocabularies of our credentials, the same in every deployment but for its own address.
import { Hono } from 'hono'
import { OPEN_CLAIMS } from '../../shared/issue/sd-jwt-claims.ts'
import { typeMetadata, vctUrl } from '../../shared/issue/type-metadata.ts'
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

for (const kind of ['degree', 'licence'] as const) {
  vocabularyRoutes.get(vctUrl('', kind), (c) =>
    sendDocument(c, {
      text: JSON.stringify(
        typeMetadata(c.get('services').settings.origin, kind, OPEN_CLAIMS[kind]),
        null,
        2,
      ),
      contentType: 'application/json',
      maxAgeSeconds: MAX_AGE_SECONDS,
    }),
  )
}
