// The Worker as it is, and beside it the bare loop that it is held against: WebCrypto signatures and bulk inserts, nothing else.
import { createApp } from '../../worker/app.ts'
import worker from '../../worker/index.ts'
import { createPlatform } from '../../worker/platform.ts'

const FLOOR_CHUNK = 1000

const unlimited = { limit: async () => ({ success: true }) }
const surroundings = {
  ASSETS: { fetch: async () => new Response(null, { status: 404 }) },
  BATCHES_RATE: unlimited,
  CLAIMS_RATE: unlimited,
  ISSUER_RATE: unlimited,
  LOOK_UPS_RATE: unlimited,
  SIGN_IN_RATE: unlimited,
  VERIFICATIONS_RATE: unlimited,
}

async function runFloor(db, rows, bytes) {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])
  await db.exec('CREATE TABLE IF NOT EXISTS floor (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT')
  const payload = 'x'.repeat(bytes)
  for (let done = 0; done < rows; done += FLOOR_CHUNK) {
    const signed = await Promise.all(
      Array.from({ length: Math.min(FLOOR_CHUNK, rows - done) }, async (_, at) => {
        const text = `${payload}${done + at}`
        const signature = await crypto.subtle.sign(
          { name: 'Ed25519' },
          pair.privateKey,
          new TextEncoder().encode(text),
        )
        return [crypto.randomUUID(), text + new Uint8Array(signature).toBase64()]
      }),
    )
    await db
      .prepare('INSERT INTO floor (id, text) SELECT value ->> 0, value ->> 1 FROM json_each(?1)')
      .bind(JSON.stringify(signed))
      .run()
  }
}

/** Every GET of the console and of an issuer in the API. */
const listPaths = () => [
  ...new Set(
    createApp(createPlatform())
      .routes.filter(({ method, path }) => method === 'GET' && PAGES.test(path))
      .map(({ path }) => path),
  ),
]

const PAGES = /^\/(console|v1\/issuers)(\/|$)/

export default {
  async fetch(request, env, context) {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/bench/paths') return Response.json(listPaths())
    if (pathname !== '/bench/floor') {
      return worker.fetch(request, { ...env, ...surroundings }, context)
    }
    await runFloor(env.DB, Number(searchParams.get('rows')), Number(searchParams.get('bytes')))
    return new Response('done')
  },
  queue: (batch, env, context) => worker.queue(batch, { ...env, ...surroundings }, context),
}
