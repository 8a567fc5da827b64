// `/console/audit`: the audit log for auditors and admins, by the same functions as the API.
import { Hono } from 'hono'
import { z } from 'zod'
import { AUDIT_SAMPLE_MAX_COUNT, CREDENTIALS_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import type { AppContext } from '../app-context.ts'
import type { AuditEntry } from '../audit/chain.ts'
import { drawSample } from '../audit/sample.ts'
import { verifyLog } from '../audit/verify-log.ts'
import { namesOfActors } from '../console/actor-names.ts'
import { AuditPage } from '../console/audit-page.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { AUDIT_ROLES } from '../console/roles.ts'
import { renderPage } from '../pages/render.tsx'

/** What cannot be read of an address asks for nothing. */
const querySchema = z.object({
  before: z.coerce.number().int().min(1).optional().catch(undefined),
  verify: z.literal('yes').optional().catch(undefined),
  seed: z.string().min(1).max(200).optional().catch(undefined),
  size: z.coerce.number().int().min(1).max(AUDIT_SAMPLE_MAX_COUNT).default(20).catch(20),
})

export const consoleAuditRoutes = new Hono<AppContext>().get('/console/audit', async (c) => {
  const signedIn = await requireSignedIn(c, AUDIT_ROLES)
  const { slug } = signedIn.issuer
  const services = c.get('services')
  const { audit } = services
  const namesIn = (entries: readonly AuditEntry[]) =>
    namesOfActors(
      services,
      slug,
      entries.map(({ actor }) => actor),
    )
  const { before, verify, seed, size } = querySchema.parse(c.req.query())
  if (seed !== undefined) {
    const { number } = await audit.head(slug)
    const entries = await audit.withNumbers(slug, await drawSample(seed, number, size))
    const heading = `Drawn of ${number}`
    const names = await namesIn(entries)
    const shown = { entries, names, heading, next: undefined, sample: { seed, size } }
    return c.html(renderPage(<AuditPage {...signedIn} {...shown} />))
  }
  const entries = await audit.before(slug, before, CREDENTIALS_PAGE_MAX_COUNT)
  const last = entries.length === CREDENTIALS_PAGE_MAX_COUNT ? entries.at(-1)?.number : undefined
  const next = last !== undefined && last > 1 ? last : undefined
  const verdict = verify === 'yes' ? await verifyLog(audit, slug) : undefined
  const heading = before === undefined ? 'Newest entries' : `Entries before ${before}`
  const names = await namesIn(entries)
  const shown = { entries, names, heading, next, ...(verdict && { verdict }) }
  return c.html(renderPage(<AuditPage {...signedIn} {...shown} />))
})

consoleAuditRoutes.onError(answerWithPage)
