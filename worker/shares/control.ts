// Who controls a share: whoever has the token that its holder drew. Only its hash is kept.
import type { Context } from 'hono'
import type { AppContext } from '../app-context.ts'
import { hashSecret } from '../auth/secret.ts'
import { refuse } from '../middleware/problem-details.ts'
import type { Share } from '../storage/shares.ts'

/** 256 bits, base64url. */
const TOKEN = /^bearer ([\w-]{43})$/i

/** Hash of the control token that a request carries. Throws `share.control_missing`. */
export async function controlHashOf(c: Context<AppContext>): Promise<string> {
  const [, token] = TOKEN.exec(c.req.header('authorization') ?? '') ?? []
  if (token === undefined) {
    throw refuse('share.control_missing', { headers: { 'www-authenticate': 'Bearer' } })
  }
  return hashSecret(token)
}

/** The share, for whoever controls it. To everybody else it does not exist (`share.unknown`). */
export async function requireControl(c: Context<AppContext>, id: string): Promise<Share> {
  const controlHash = await controlHashOf(c)
  const share = await c.get('services').shares.find(id)
  // Both are digests: comparing them early or late tells a guesser nothing about the token.
  if (share?.controlHash !== controlHash) throw refuse('share.unknown')
  return share
}
