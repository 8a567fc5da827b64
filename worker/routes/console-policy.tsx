// `/console/policy`: four eyes on and off, by the same function as the API.
import { type Context, Hono } from 'hono'
import type { ComponentProps } from 'preact'
import { changePolicySchema } from '../../shared/wire/proposals.ts'
import type { AppContext } from '../app-context.ts'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { PolicyPage } from '../console/policy-page.tsx'
import { readText } from '../console/read-form.ts'
import { EVERY_ROLE } from '../console/roles.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import { changePolicy } from '../proposals/policy.ts'
import { isProposed, requiresApproval } from '../proposals/propose.ts'

const WRITERS = ['admin'] as const

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['changed', 'It is changed.'],
  ['proposed', 'It is proposed: four eyes stay on until an approver agrees.'],
])

type Shown = Omit<ComponentProps<typeof PolicyPage>, 'fourEyes' | 'team' | keyof SignedIn>

async function policyPage(c: Context<AppContext>, signedIn: SignedIn, shown: Shown = {}) {
  const services = c.get('services')
  const { slug } = signedIn.issuer
  const fourEyes = await requiresApproval(services, slug)
  const team = await services.operators.list(slug)
  return renderPage(<PolicyPage {...signedIn} fourEyes={fourEyes} team={team} {...shown} />)
}

export const consolePolicyRoutes = new Hono<AppContext>()
  .get('/console/policy', async (c) => {
    const signedIn = await requireSignedIn(c, EVERY_ROLE)
    const notice = NOTICES.get(c.req.query('done') ?? '')
    return c.html(await policyPage(c, signedIn, { notice }))
  })
  .post('/console/policy', async (c) => {
    const signedIn = await requireSignedIn(c, WRITERS)
    const form = await c.req.parseBody()
    const reasonCode = readText(form, 'reasonCode')
    const wanted = changePolicySchema.safeParse(
      readText(form, 'fourEyes') === 'on' ? { fourEyes: true } : { fourEyes: false, reasonCode },
    )
    if (!wanted.success) {
      const errors = { reasonCode: 'Choose why.' }
      return c.html(await policyPage(c, signedIn, { errors, reasonCode }), 400)
    }
    const { issuer, operator } = signedIn
    const actor = { kind: 'operator', id: operator.id } as const
    const ask = { actor, order: wanted.data }
    const answer = valueOrRefuse(await changePolicy(c.get('services'), issuer, ask))
    return c.redirect(`/console/policy?done=${isProposed(answer) ? 'proposed' : 'changed'}`, 303)
  })

consolePolicyRoutes.onError(answerWithPage)
