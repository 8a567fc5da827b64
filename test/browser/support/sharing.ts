// Shares as a holder's browser makes them: licences bound to a fresh key, encrypted, stored at the Worker. Uses fetch and WebCrypto.
import { inject } from 'vitest'
import { sealShare } from '../../../shared/share/seal-share.ts'
import { deriveShareKeys, hashPinProof } from '../../../shared/share/share-keys.ts'
import { formatShareLink, shareAddress } from '../../../shared/share/share-link.ts'
import { createKeyIssuer, type Issuer, signCompact } from '../../support/issuer.ts'
import { digest } from '../../support/sd-jwt.ts'
import { issueLicence } from './issuing.ts'

const drawBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))
const toText = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

interface ShareOrder {
  readonly names: readonly string[]
  readonly pin?: string
  readonly terms?: object
  /** Makes the presentations for another share than the one that they are put into. */
  readonly isStolen?: boolean
}

export interface MadeShare {
  readonly link: string
  readonly ids: readonly string[]
  /** Asks the Worker as the holder. */
  readonly control: (method: string, path?: string, body?: object) => Promise<Response>
}

export async function makeShare({
  names,
  pin,
  terms = {},
  isStolen,
}: ShareOrder): Promise<MadeShare> {
  const { origin } = inject('world')
  const [id, key, token] = [toText(drawBytes(16)), drawBytes(32), toText(drawBytes(32))]
  const address = shareAddress(origin, id)
  const holder = await createKeyIssuer('A holder', 'did:jwk', 21)
  const nonce = isStolen ? toText(drawBytes(16)) : id
  const issued = await Promise.all(
    names.map((name) => issueLicence(name, { format: 'dc+sd-jwt', holderKey: holder.jwk })),
  )
  const presentations = await Promise.all(
    issued.map(({ credential }) => bind(credential, holder, { nonce, aud: address })),
  )
  const keys = await deriveShareKeys({ key, id, pin })
  const sealed = await sealShare(
    {
      version: 1,
      purpose: 'employment',
      recipient: 'Lakeside Hospital',
      createdAt: new Date().toISOString(),
      presentations,
    },
    keys,
    address,
    drawBytes,
  )
  if (!sealed.ok) throw new Error(sealed.error)
  const control: MadeShare['control'] = (method, path = `/${id}`, body) =>
    fetch(`${origin}/v1/shares${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  const made = await control('POST', '', {
    id,
    ciphertext: sealed.value,
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    ...(keys.pinProof !== undefined && { pinProofHash: await hashPinProof(keys.pinProof) }),
    ...terms,
  })
  if (!made.ok) throw new Error(`Making a share answered ${made.status}`)
  return { link: formatShareLink({ origin, id, key }), ids: issued.map(({ id }) => id), control }
}

async function bind(credential: string, holder: Issuer, claims: object): Promise<string> {
  const proof = { ...claims, iat: Math.floor(Date.now() / 1_000), sd_hash: digest(credential) }
  const header = { typ: 'kb+jwt', cty: undefined, kid: undefined }
  return credential + (await signCompact(proof, holder, header))
}
