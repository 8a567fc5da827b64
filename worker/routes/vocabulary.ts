// `/contexts/…` and `/schemas/…`: the vocabularies of our credentials, the same bytes in every deployment.
import { Hono } from 'hono'
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
