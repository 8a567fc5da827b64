// `/console/recognition`: what an accreditor says of those whom it accredited, by the same function as the API.
import { type Context, Hono } from 'hono'
import type { ComponentProps } from 'preact'
import type { AppContext } from '../app-context.ts'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { RecognitionPage } from '../console/recognition-page.tsx'
import { enteredIn, type KnownOrganisation, readRemarkForm } from '../console/remark-form.ts'
import { RECOGNITION_PATH as PATH } from '../console/remark-forms.tsx'
import { EVERY_ROLE, WRITING_ROLES } from '../console/roles.ts'
import { listRemarked } from '../issuing/remarked.ts'
import { PROBLEMS, statusOf } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import { isProposed } from '../proposals/propose.ts'
import { remarkOrPropose } from '../proposals/remarks.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['said', 'It is said: the trust list tells it from now on.'],
  ['proposed', 'It is proposed: an approver decides.'],
])

const recognisedBy = async (
  { accreditations }: Services,
  { slug }: Issuer,
): Promise<readonly KnownOrganisation[]> => {
  const given = (await accreditations.list()).filter((entry) => entry.accreditorSlug === slug)
  return [...new Map(given.map(({ subject }) => [subject.did, subject])).values()]
}

type Shown = Omit<
  ComponentProps<typeof RecognitionPage>,
  'recognised' | 'remarked' | keyof SignedIn
>

async function recognitionPage(c: Context<AppContext>, signedIn: SignedIn, shown: Shown) {
  const services = c.get('services')
  const { did } = signedIn.issuer
  const remarked = (await listRemarked(services)).filter(({ remark }) => remark.speaker === did)
  const recognised = await recognisedBy(services, signedIn.issuer)
  return renderPage(
    <RecognitionPage {...signedIn} recognised={recognised} remarked={remarked} {...shown} />,
  )
}

export const consoleRecognitionRoutes = new Hono<AppContext>()
  .get(PATH, async (c) => {
    const signedIn = await requireSignedIn(c, EVERY_ROLE)
    const notice = NOTICES.get(c.req.query('done') ?? '')
    return c.html(await recognitionPage(c, signedIn, { notice }))
  })
  .post(PATH, async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    const { issuer, operator } = signedIn
    const services = c.get('services')
    const form = await c.req.parseBody()
    const entered = enteredIn(form)
    const read = readRemarkForm(form, await recognisedBy(services, issuer))
    if (!read.ok) {
      return c.html(await recognitionPage(c, signedIn, { errors: read.error, entered }), 400)
    }
    const actor = { kind: 'operator', id: operator.id } as const
    const said = await remarkOrPropose(services, issuer, actor, read.value)
    if (!said.ok) {
      const { code, detail } = said.error
      const refusal = detail ?? PROBLEMS[code][1]
      return c.html(await recognitionPage(c, signedIn, { refusal, entered }), statusOf(code))
    }
    return c.redirect(`${PATH}?done=${isProposed(said.value) ? 'proposed' : 'said'}`, 303)
  })

consoleRecognitionRoutes.onError(answerWithPage)
