// Who is signed in at the console; where nobody is, or something was refused, a page instead of a problem document.
import type { Context } from 'hono'
import type { AppContext } from '../app-context.ts'
import { findSignedIn, requireOperator } from '../middleware/operator-session.ts'
import { handleError, refuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import type { OperatorRole } from '../storage/operators.ts'
import type { SignedIn } from './console-frame.tsx'
import { ProblemPage } from './problem-page.tsx'

/**
 * The operator who is signed in, in one of these roles, and the issuer. Throws `auth.missing` and `auth.forbidden`.
 *
 * @see requireOperator
 */
export async function requireSignedIn(
  c: Context<AppContext>,
  roles: readonly OperatorRole[],
): Promise<SignedIn> {
  const operator = await findSignedIn(c)
  if (!operator) throw refuse('auth.missing')
  // What stands in the console is for one pair of eyes: no cache keeps it.
  c.header('cache-control', 'no-store')
  return requireOperator(c, operator.issuerSlug, roles)
}

/** Every problem as a page; whoever is not signed in is sent to where that is done. */
export const answerWithPageAt =
  (signIn: string) =>
  async (error: Error, c: Context<AppContext>): Promise<Response> => {
    const response = handleError(error, c)
    const { code, title, detail } = await response.json<{
      code: string
      title: string
      detail?: string
    }>()
    if (code === 'auth.missing') return c.redirect(signIn, 303)
    const page = renderPage(<ProblemPage title={title} detail={detail} />)
    return new Response(page, {
      status: response.status,
      headers: { 'content-type': 'text/html; charset=UTF-8', 'cache-control': 'no-store' },
    })
  }

/** The same for the pages of operators. */
export const answerWithPage = answerWithPageAt('/console/sign-in')
