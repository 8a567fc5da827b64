// What the routes of `/console/keys` share: where keys are kept, one key and its page.
import type { Context } from 'hono'
import { z } from 'zod'
import { didWebUrl } from '../../shared/keys/did-web.ts'
import { CREDENTIALS_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import type { AppContext } from '../app-context.ts'
import { BATCH_KINDS } from '../batches/kinds.ts'
import type { SignedIn } from '../console/console-frame.tsx'
import { KeyPage, type KeyPageProps } from '../console/key-page.tsx'
import type { KeyPlace } from '../console/keys-page.tsx'
import { WRITING_ROLES } from '../console/roles.ts'
import { findKey } from '../keys/change-keys.ts'
import { PROBLEMS, type Refusal, refuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import type { Issuer } from '../storage/issuers.ts'
import type { SigningKey } from '../storage/signing-keys.ts'

/** Who ends keys and makes others. */
export const ENDERS = ['admin'] as const

export const NOTICES: ReadonlyMap<string, string> = new Map([
  ['made', 'Another key was made. It signs from now on.'],
  ['retired', 'The key was retired. What it signed keeps verifying.'],
  ['compromised', 'The key was marked as compromised. Issue anew what it signed.'],
])

const TABLE_KINDS: ReadonlySet<string> = new Set(BATCH_KINDS)

export const refusalText = ({ code, detail }: Refusal) => detail ?? `${PROBLEMS[code][1]}.`

export const actorOf = ({ operator }: SignedIn) => ({ kind: 'operator', id: operator.id }) as const

export function placeOf(c: Context<AppContext>, { did }: Issuer): KeyPlace {
  const { addresses, settings } = c.get('services')
  if (addresses.isOurs(did)) return { is: 'here' }
  const documentUrl = didWebUrl(did, settings.developmentHosts)?.href ?? did
  return { is: 'elsewhere', documentUrl }
}

/** The key that the address names; throws `key.unknown`. */
export async function keyOf(c: Context<AppContext>, { issuer }: SignedIn): Promise<SigningKey> {
  const key = await findKey(c.get('services'), issuer, c.req.param('kid') ?? '')
  if (!key) throw refuse('key.unknown')
  return key
}

/** The page of a key, with the page of what it signed that the address asks for. */
export async function keyPage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  signingKey: SigningKey,
  shown: Pick<KeyPageProps, 'notice'> & Partial<KeyPageProps> = { notice: undefined },
) {
  const after = z.uuid().optional().catch(undefined).parse(c.req.query('after'))
  const count = CREDENTIALS_PAGE_MAX_COUNT
  const { signedCredentials } = c.get('services')
  const found = await signedCredentials.read(signingKey.kid, after, count + 1)
  const signed = found.slice(0, count)
  const next = found.length > count ? signed.at(-1)?.id : undefined
  const { operator, issuer } = signedIn
  const mayEnd = operator.role === 'admin'
  const { kid, state } = signingKey
  const reissue = state === 'compromised' && {
    slug: issuer.slug,
    kid,
    kinds: await c.get('services').reissues.kinds(kid),
    tableKinds: TABLE_KINDS,
    mayEnd: WRITING_ROLES.includes(operator.role),
  }
  return renderPage(
    <KeyPage
      {...signedIn}
      signingKey={signingKey}
      signed={signed}
      next={next}
      mayEnd={mayEnd}
      reissue={reissue || undefined}
      {...shown}
    />,
  )
}
