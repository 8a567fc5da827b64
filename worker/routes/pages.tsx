// Pages for people: `/`, `/verify`, `/registry`.
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ComponentProps } from 'preact'
import { formatDateTime } from '../../shared/encoding/time.ts'
import {
  err,
  ok,
  type Problem,
  problem,
  type Result,
  verifyCredential,
} from '../../shared/index.ts'
import { jwkThumbprint } from '../../shared/keys/jwk.ts'
import { CREDENTIAL_MAX_CHARS, REQUEST_BODY_MAX_BYTES } from '../../shared/limits.ts'
import type { AppContext } from '../app-context.ts'
import { listAccredited } from '../issuing/accredited.ts'
import { listRemarked } from '../issuing/remarked.ts'
import { listAnchors } from '../issuing/trust-list.ts'
import { limitRate } from '../middleware/limits.ts'
import { HomePage } from '../pages/home.tsx'
import { readPasted } from '../pages/pasted-credential.ts'
import { readerWording } from '../pages/reader-wording.ts'
import { RegistryPage } from '../pages/registry.tsx'
import { renderPage } from '../pages/render.tsx'
import { VerifyPage } from '../pages/verify.tsx'

const NOTHING_GIVEN = 'There was nothing to verify. Paste a credential or choose a file.'
const TOO_LARGE =
  'That is too large to be a credential. Choose the credential itself, not a document that contains it.'

/** `/verify` for one request: its result in the language that the browser asks for. */
function verifyPage(c: Context, shown: Omit<ComponentProps<typeof VerifyPage>, 'wording'> = {}) {
  c.header('vary', 'Accept-Language', { append: true })
  const wording = readerWording(c.req.header('accept-language'))
  return renderPage(<VerifyPage {...shown} wording={wording} />)
}

/** A scan of a diploma is often larger than any request may be: its sender is a person and gets a page. */
export const limitForm = bodyLimit({
  maxSize: REQUEST_BODY_MAX_BYTES,
  onError: (c) => c.html(verifyPage(c, { advice: TOO_LARGE }), 413),
})

export const pageRoutes = new Hono<AppContext>()
  .get('/', (c) => c.html(renderPage(<HomePage />)))
  .get('/verify', (c) => c.html(verifyPage(c)))
  .post('/verify', limitRate('VERIFICATIONS_RATE'), async (c) => {
    // A form that cannot be read holds nothing.
    const form = await c.req.parseBody().catch(() => ({}))
    const text = await readCredential(form)
    const expected = readExpectedName(form)
    c.header('cache-control', 'no-store')
    if (!text.ok) {
      const { code } = text.error
      if (code === 'format.too_large')
        return c.html(verifyPage(c, { advice: TOO_LARGE, ...expected }), 413)
      return c.html(verifyPage(c, { reason: code, ...expected }), 400)
    }
    if (text.value === '') return c.html(verifyPage(c, { advice: NOTHING_GIVEN, ...expected }), 400)
    const { verifier } = c.get('services')
    const result = await verifyCredential(readPasted(text.value), verifier, expected)
    return c.html(verifyPage(c, { result, ...expected }))
  })
  .get('/registry', async (c) => {
    const services = c.get('services')
    const { addresses, custody, settings } = services
    const [key] = await custody.publicKeys(addresses.registryDid)
    if (!key) throw new Error('The registry has no key')
    const fingerprint = await jwkThumbprint(key)
    const accredited = (await listAccredited(services)).map((entry) => ({
      ...entry,
      validUntil:
        entry.validUntilSeconds === undefined
          ? 'further notice'
          : formatDateTime(entry.validUntilSeconds).slice(0, 10),
    }))
    return c.html(
      renderPage(
        <RegistryPage
          pin={`${settings.origin}#${fingerprint}`}
          fingerprint={fingerprint}
          anchors={await listAnchors(services)}
          accredited={accredited}
          remarked={await listRemarked(services)}
        />,
      ),
    )
  })

/** What the reader wrote about whom the credential should be about, where anything. */
function readExpectedName(form: Record<string, unknown>): { readonly expectedName?: string } {
  const { expectedName } = form
  const name = typeof expectedName === 'string' ? expectedName.trim() : ''
  return name === '' ? {} : { expectedName: name }
}

/** The pasted text, else what the chosen file holds: the credential itself, a badge image or a document that carries it. */
async function readCredential(form: Record<string, unknown>): Promise<Result<string, Problem>> {
  const { credential, file } = form
  const pasted = typeof credential === 'string' ? credential.trim() : ''
  if (pasted !== '' || !(file instanceof File)) return ok(pasted)
  const { unbakeCredential } = await import('../../shared/baking/unbake-credential.ts')
  const text = await unbakeCredential(new Uint8Array(await file.arrayBuffer()))
  return text.ok && text.value.length > CREDENTIAL_MAX_CHARS * 4
    ? err(problem('format.too_large'))
    : text
}
