// `/console/domain`: the domain of an issuer, by the same functions as the API.
import { type Context, Hono } from 'hono'
import { didWebHost } from '../../shared/keys/did-web.ts'
import { DID_CONFIGURATION_PATH } from '../../shared/keys/domain-linkage-terms.ts'
import { linkDomainSchema } from '../../shared/wire/domains.ts'
import type { AppContext } from '../app-context.ts'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { DOMAIN_PATH, DomainPage } from '../console/domain-page.tsx'
import { readText } from '../console/read-form.ts'
import { KEY_ROLES } from '../console/roles.ts'
import { originOf } from '../keys/domain-origin.ts'
import { configurationFor, linkDomain, unlinkDomain } from '../keys/link-domain.ts'
import { tooManyRequests } from '../middleware/limits.ts'
import { PROBLEMS, refuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import { actorOf } from './show-key.tsx'

const WRITERS = ['admin'] as const
const SIGN_IT_YOURSELF =
  'You keep your key to yourselves: sign a Domain Linkage Credential with it, and name the domain in a service of type LinkedDomains of your DID document.'

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['linked', 'The domain names you. Verifiers show it with the next trust list.'],
  ['unlinked', 'The domain is not linked any more.'],
])

async function domainPage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  shown: Partial<Parameters<typeof DomainPage>[0]> = {},
) {
  const { issuer, operator } = signedIn
  const domain = await c.get('services').issuerDomains.find(issuer.slug)
  return renderPage(
    <DomainPage
      {...signedIn}
      domain={domain}
      hostOfDid={didWebHost(issuer.did) ?? issuer.did}
      mayLink={operator.role === 'admin'}
      {...shown}
    />,
  )
}

async function fileFor(c: Context<AppContext>, { issuer }: SignedIn, host: string) {
  const services = c.get('services')
  const configuration = await configurationFor(services, issuer, host)
  return {
    url: `${originOf(services, host)}${DID_CONFIGURATION_PATH}`,
    text: JSON.stringify(configuration, null, 2),
  }
}

export const consoleDomainRoutes = new Hono<AppContext>()
  .get(DOMAIN_PATH, async (c) => {
    const signedIn = await requireSignedIn(c, KEY_ROLES)
    const notice = NOTICES.get(c.req.query('done') ?? '')
    return c.html(await domainPage(c, signedIn, { notice }))
  })
  .post(DOMAIN_PATH, async (c) => {
    const signedIn = await requireSignedIn(c, WRITERS)
    const services = c.get('services')
    const { slug, did } = signedIn.issuer
    const form = await c.req.parseBody()
    const step = readText(form, 'step')
    if (step === 'unlink') {
      const domain = await services.issuerDomains.find(slug)
      if (!domain) throw refuse('domain.unknown')
      await unlinkDomain(services, slug, domain, actorOf(signedIn))
      return c.redirect(`${DOMAIN_PATH}?done=unlinked`, 303)
    }
    const entry = readText(form, 'domain')
    const wanted = linkDomainSchema.safeParse({ domain: entry })
    if (!wanted.success) {
      const error = 'Give a domain such as board.example.'
      return c.html(await domainPage(c, signedIn, { entry, error }), 400)
    }
    const { domain } = wanted.data
    const isSignedHere = services.addresses.isOurs(did)
    const file = isSignedHere ? await fileFor(c, signedIn, domain) : undefined
    if (step !== 'link') {
      const notice = isSignedHere ? undefined : SIGN_IT_YOURSELF
      return c.html(await domainPage(c, signedIn, { entry: domain, file, notice }))
    }
    const { success } = await c.env.KEY_REGISTRATION_RATE.limit({ key: slug })
    if (!success) throw tooManyRequests()
    const linked = await linkDomain(services, signedIn.issuer, domain, actorOf(signedIn))
    if (linked.ok) return c.redirect(`${DOMAIN_PATH}?done=linked`, 303)
    const { code, detail } = linked.error
    const refusal = detail ?? PROBLEMS[code][1]
    const page = await domainPage(c, signedIn, { entry: domain, file, refusal })
    return c.html(page, PROBLEMS[code][0])
  })

consoleDomainRoutes.onError(answerWithPage)
