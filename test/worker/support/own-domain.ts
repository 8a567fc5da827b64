// Issuers at a domain of their own: their DID document on the fake network, and keys that this deployment never sees.
import { decodeBase64Url, encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { jwkThumbprint, type OkpJwk } from '../../../shared/keys/jwk.ts'
import { jsonDocument } from './net.ts'
import { fromPage, signIn } from './operators.ts'
import { ADMIN_KEY, bodyOf, type Server } from './server.ts'
import type { Founded } from './world.ts'

/** What an issuer makes on a machine of its own. */
export interface OutsideKey {
  readonly publicJwk: OkpJwk
  readonly jwk: JsonWebKey
  /** A signature over bytes; both base64url. */
  readonly sign: (bytes: string) => Promise<string>
}

export async function makeOutsideKey(): Promise<OutsideKey> {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('Ed25519 gave no key pair')
  const { privateKey } = pair
  const jwk = (await crypto.subtle.exportKey('jwk', privateKey)) as JsonWebKey
  return {
    jwk,
    publicJwk: { kty: 'OKP', crv: 'Ed25519', x: jwk.x ?? '' },
    sign: async (bytes) => {
      const message = decodeBase64Url(bytes) ?? new Uint8Array()
      return encodeBase64Url(
        new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, message)),
      )
    },
  }
}

/** Puts these keys, and no others, into the DID document of `did:web:<host>`. */
export async function publishKeys(server: Server, host: string, keys: readonly OkpJwk[]) {
  const did = `did:web:${host}`
  const methods = await Promise.all(
    keys.map(async (publicKeyJwk) => ({
      id: `${did}#${await jwkThumbprint(publicKeyJwk)}`,
      type: 'JsonWebKey',
      controller: did,
      publicKeyJwk,
    })),
  )
  server.net.answer(
    `https://${host}/.well-known/did.json`,
    jsonDocument({
      id: did,
      verificationMethod: methods,
      assertionMethod: methods.map(({ id }) => id),
    }),
  )
}

/** An issuer at `https://<host>`, without a key, and headers of its admin's and its approver's pages. */
export async function foundAtOwnDomain(server: Server, slug: string, host: string) {
  const did = `did:web:${host}`
  const body = { slug, name: `Issuer ${slug}`, did }
  const answer = await server.post('/v1/issuers', { key: ADMIN_KEY, body })
  const issuer: Founded = { slug, ...(await bodyOf<Omit<Founded, 'slug'>>(answer, 201)) }
  const headersOf = async (role: 'admin' | 'approver' | 'proposer' | 'auditor') =>
    fromPage(server, (await signIn(server, slug, role)).cookie)
  return { issuer, headersOf }
}
