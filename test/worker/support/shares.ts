// What a holder's browser sends: an id, a control token, and ciphertext.
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { bodyOf, NOON, type Server } from './server.ts'

export const randomText = (bytes: number): string =>
  encodeBase64Url(crypto.getRandomValues(new Uint8Array(bytes)))

export interface MadeShare {
  readonly id: string
  readonly control: string
  readonly path: string
}

export const DAY = 86_400
export const inSeconds = (seconds: number): string =>
  new Date((NOON + seconds) * 1_000).toISOString().replace('.000', '')

/** The body of a share that anybody may look at for a day. */
export const shareBody = (changes: object = {}) => ({
  id: randomText(16),
  ciphertext: randomText(64),
  expiresAt: inSeconds(DAY),
  ...changes,
})

export async function makeShare(server: Server, changes: object = {}): Promise<MadeShare> {
  const control = randomText(32)
  const body = shareBody(changes)
  await bodyOf(await server.post('/v1/shares', { key: control, body }), 201)
  return { id: body.id, control, path: `/v1/shares/${body.id}` }
}
