// Operators who are signed in: rows and a session written directly, so that tests need no passkey.
import { createSecret, hashSecret } from '../../../worker/auth/secret.ts'
import { sessionCookieName } from '../../../worker/middleware/operator-session.ts'
import type { Operator, OperatorRole } from '../../../worker/storage/operators.ts'
import { createSessions } from '../../../worker/storage/sessions.ts'
import { env, type Server } from './server.ts'

let operators = 0

/** An operator of an issuer, and the `Cookie` header of a session. Writes need the headers of `fromPage`. */
export async function signIn(
  server: Server,
  issuerSlug: string,
  role: OperatorRole,
): Promise<{ readonly cookie: string; readonly operator: Operator }> {
  const operator = { id: crypto.randomUUID(), issuerSlug, name: `Operator ${++operators}`, role }
  await env.DB.prepare(
    'INSERT INTO operators (id, issuer_slug, name, role, created_at) VALUES (?1, ?2, ?3, ?4, ?5)',
  )
    .bind(operator.id, issuerSlug, operator.name, role, server.clock.now)
    .run()
  const token = createSecret()
  await createSessions(env.DB, () => server.clock.now).start(await hashSecret(token), operator.id)
  return { cookie: `${sessionCookieName(server.settings.LICET_ORIGIN)}=${token}`, operator }
}

/** Headers of a request that a signed-in operator's browser sends from a page of ours. */
export const fromPage = (server: Server, cookie: string): Record<string, string> => ({
  cookie,
  origin: server.settings.LICET_ORIGIN,
})
