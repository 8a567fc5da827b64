// Holder's keys: one for each copy of a credential, made here and never exported. Uses WebCrypto and the vault.
import { jwkThumbprint, type OkpJwk, readPublicJwk } from '../../../shared/keys/jwk.ts'
import { holderKeyOf } from '../../../shared/share/bind-presentation.ts'
import { keepKey, keyNamed } from './vault.ts'

const nameOf = (thumbprint: string): string => `holder:${thumbprint}`

/** A new key, kept; the public half is for whoever issues. */
export async function makeHolderKey(): Promise<OkpJwk> {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('Ed25519 gave no key pair')
  const { x = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const publicJwk = { kty: 'OKP', crv: 'Ed25519', x } as const
  await keepKey(nameOf(await jwkThumbprint(publicJwk)), pair.privateKey)
  return publicJwk
}

export type HolderSign = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>

/** What proves possession of a credential; undefined where this browser has not its key, or it names none. */
export async function signerOf(credential: string): Promise<HolderSign | undefined> {
  const jwk = readPublicJwk(holderKeyOf(credential))
  if (!jwk) return undefined
  const key = await keyNamed<CryptoKey>(nameOf(await jwkThumbprint(jwk)))
  return key && (async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes)))
}
