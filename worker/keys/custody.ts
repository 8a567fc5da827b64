// Signing keys made and kept in the Worker: sealed at rest, imported non-extractable. Uses WebCrypto.
import type { CredentialSigner } from '../../shared/issue/signer.ts'
import { multikey } from '../../shared/keys/did-key.ts'
import {
  ed25519Bytes,
  jwkThumbprint,
  type OkpJwk,
  type PublicJwk,
  publicJwk,
} from '../../shared/keys/jwk.ts'
import type { SigningKeys } from '../storage/signing-keys.ts'
import type { Sealer } from './sealing.ts'

/** A key of any kind under the DID URL that it is published with. */
export type ListedKey = PublicJwk & { readonly kid: string }
/** The kind that is made here. */
export type OwnKey = OkpJwk & { readonly kid: string }

export interface KeyCustody {
  /** The public keys of an owner; makes the first one where there is none. */
  readonly publicKeys: (did: string) => Promise<readonly OwnKey[]>
  readonly signer: (did: string) => Promise<CredentialSigner>
  /** Makes a key and answers the did:key that it spells: such a DID cannot be chosen before there is a key. */
  readonly createDidKey: () => Promise<string>
}

interface KeyName {
  readonly did: string
  /** Absolute DID URL. */
  readonly kid: string
}

/** @see did:key §3.1.1 */
function nameByItself(key: OkpJwk): KeyName {
  const multibase = multikey(ed25519Bytes(key) ?? new Uint8Array())
  const did = `did:key:${multibase}`
  return { did, kid: `${did}#${multibase}` }
}

const sealingContext = (kid: string) => `signing-key:${kid}`

export function createKeyCustody(keys: SigningKeys, sealer: Sealer): KeyCustody {
  const current = async (did: string) => {
    const stored = await keys.find(did)
    if (stored) return stored
    await makeKey(async (key) => ({ did, kid: `${did}#${await jwkThumbprint(key)}` }))
    const made = await keys.find(did)
    if (!made) throw new Error('A signing key that was just made is gone')
    return made
  }

  const makeKey = async (nameKey: (key: OkpJwk) => Promise<KeyName> | KeyName) => {
    const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])
    if (!('privateKey' in pair)) throw new Error('Ed25519 gave no key pair')
    const raw = await crypto.subtle.exportKey('raw', pair.publicKey)
    const pkcs8 = await crypto.subtle.exportKey('pkcs8', pair.privateKey)
    if (!(raw instanceof ArrayBuffer) || !(pkcs8 instanceof ArrayBuffer)) {
      throw new Error('Ed25519 keys were not exported as bytes')
    }
    const publicKey = publicJwk(new Uint8Array(raw))
    const { kid, did } = await nameKey(publicKey)
    const sealedPrivateKey = await sealer.seal(new Uint8Array(pkcs8), sealingContext(kid))
    await keys.insertFirst({ kid, owner: did, x: publicKey.x, sealedPrivateKey })
    return did
  }

  return {
    createDidKey: () => makeKey(nameByItself),
    publicKeys: async (did) => {
      const { kid, x } = await current(did)
      return [{ kty: 'OKP', crv: 'Ed25519', x, kid }]
    },
    signer: async (did) => {
      const { kid, sealedPrivateKey } = await current(did)
      const pkcs8 = await sealer.unseal(sealedPrivateKey, sealingContext(kid))
      const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, false, [
        'sign',
      ])
      return {
        did,
        kid,
        sign: async (message) =>
          new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, key, message)),
      }
    },
  }
}
