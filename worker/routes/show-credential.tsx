// Gathers what the page of one credential shows, for every route that answers with it. Uses services.
import type { Context } from 'hono'
import { z } from 'zod'
import {
  CREDENTIAL_STATES,
  type CredentialState,
  purposesOfState,
} from '../../shared/status/state-table.ts'
import type { AppContext } from '../app-context.ts'
import { namesOfActors } from '../console/actor-names.ts'
import type { SignedIn } from '../console/console-frame.tsx'
import { CredentialPage, type CredentialPageProps } from '../console/credential-page.tsx'
import { WRITING_ROLES } from '../console/roles.ts'
import { readStatus } from '../issuing/read-status.ts'
import { refuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import { requiresApproval } from '../proposals/propose.ts'
import type { ListedCredential } from '../storage/credential-pages.ts'

/** What a credential can be changed to: not to what it is, and only to what its lists have a place for. */
async function statesFor(
  c: Context<AppContext>,
  { operator }: SignedIn,
  { id, state: current }: ListedCredential,
): Promise<readonly CredentialState[]> {
  if (current === 'revoked' || !WRITING_ROLES.includes(operator.role)) return []
  const places = await c.get('services').credentials.purposes(id)
  return CREDENTIAL_STATES.filter(
    (state) =>
      state !== current && purposesOfState(state).every((purpose) => places.includes(purpose)),
  )
}

/** The credential that the address names. Throws `credential.unknown` where it is not of this issuer. */
export async function findCredential(
  c: Context<AppContext>,
  { issuer }: SignedIn,
): Promise<ListedCredential> {
  const id = z.uuid().safeParse(c.req.param('id'))
  const credential = id.success
    ? await c.get('services').credentialPages.find(issuer.slug, id.data)
    : undefined
  if (!credential) throw refuse('credential.unknown')
  return credential
}

type Shown = Pick<
  CredentialPageProps,
  'entry' | 'errors' | 'step' | 'notice' | 'refusal' | 'override'
>

/** The page as HTML. @param shown - what this answer adds to what is always shown */
export async function showCredential(
  c: Context<AppContext>,
  signedIn: SignedIn,
  credential: ListedCredential,
  shown: Shown = {},
): Promise<string> {
  const services = c.get('services')
  const { issuer, operator } = signedIn
  const status = await readStatus(services, issuer.slug, credential.id)
  if (!status) throw refuse('credential.unknown')
  const { scheduled, history } = status
  const actors = [...scheduled, ...history].flatMap(({ by, cancelledBy }) =>
    cancelledBy === undefined ? [by] : [by, cancelledBy],
  )
  const states = await statesFor(c, signedIn, credential)
  const mayOverride =
    operator.role === 'approver' &&
    states.includes('suspended') &&
    (await requiresApproval(services, issuer.slug))
  const told = {
    credential,
    status: { scheduled, history },
    claim: await services.claims.newest(credential.id),
    names: await namesOfActors(services, issuer.slug, actors),
    states,
    mayWrite: WRITING_ROLES.includes(operator.role),
    ...(mayOverride && { override: {} }),
  }
  return renderPage(<CredentialPage {...signedIn} {...told} {...shown} />)
}
