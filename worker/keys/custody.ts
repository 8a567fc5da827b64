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
import { TRUST_LIST_MAX_LIFETIME_SECONDS } from '../../shared/limits.ts'
import type { CompromisedKey } from '../../shared/trust/snapshot.ts'
import type { Addresses } from '../dids.ts'
import type { NewKey, SigningKey, SigningKeys } from '../storage/signing-keys.ts'
import { KeyIsElsewhere } from './key-is-elsewhere.ts'
import type { Sealer } from './sealing.ts'

/** A key of any kind under the DID URL that it is published with. */
export type ListedKey = PublicJwk & { readonly kid: string }
/** The kind that is made here. */
export type OwnKey = OkpJwk & { readonly kid: string }

export interface KeyListing {
  readonly keys: readonly OwnKey[]
  readonly compromised: readonly CompromisedKey[]
}

export interface KeyCustody {
  /**
   * The public keys of an owner, the newest first, retired ones last, compromised ones never. Makes one where none is
   * active and the owner is hosted here.
   */
  readonly publicKeys: (did: string) => Promise<readonly OwnKey[]>
  /** All keys, as the trust list has them. */
  readonly listing: (did: string) => Promise<KeyListing>
  /**
   * Signs with the newest active key that every verifier has had time to hear of; the registry, whose keys name their successors, with the
   * newest. Throws `KeyIsElsewhere` where this deployment has none: its owner keeps its keys to itself.
   */
  readonly signer: (did: string) => Promise<CredentialSigner>
  /** A further key for an owner that is hosted here, sealed and not yet written down. */
  readonly prepareKey: (did: string) => Promise<NewKey>
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

/** In the order in which they are published. */
const PUBLISHED_STATES = ['active', 'retired'] as const

const sealingContext = (kid: string) => `signing-key:${kid}`

/** @param keys - of one owner, the newest first */
export const nextNumber = (keys: readonly SigningKey[]): number => (keys[0]?.number ?? 0) + 1

const toPublicJwk = ({ x, kid }: SigningKey): OwnKey => ({ kty: 'OKP', crv: 'Ed25519', x, kid })

/** Verifiers keep a trust list for a day: a younger key is published, and signs when they all know it. The oldest where all are young. */
const knownEverywhere = (
  active: readonly SigningKey[],
  nowSeconds: number,
): SigningKey | undefined =>
  active.find(
    ({ createdSeconds }) => createdSeconds <= nowSeconds - TRUST_LIST_MAX_LIFETIME_SECONDS,
  ) ?? active.at(-1)

/** @param addresses - say whose keys are made here: for nobody else is one ever made */
export function createKeyCustody(
  keys: SigningKeys,
  sealer: Sealer,
  { isOurs, registryDid }: Pick<Addresses, 'isOurs' | 'registryDid'>,
  now: () => number,
): KeyCustody {
  const keysOf = async (did: string) => {
    const stored = await keys.list(did)
    if (stored.some(({ state }) => state === 'active') || !isOurs(did)) return stored
    await keys.insertUnlessTaken(await prepareKey(did), nextNumber(stored))
    return keys.list(did)
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
    return { kid, owner: did, x: publicKey.x, sealedPrivateKey }
  }

  const prepareKey = (did: string) =>
    makeKey(async (key) => ({ did, kid: `${did}#${await jwkThumbprint(key)}` }))

  const listing = async (did: string): Promise<KeyListing> => {
    const known = await keysOf(did)
    return {
      keys: PUBLISHED_STATES.flatMap((state) => known.filter((key) => key.state === state)).map(
        toPublicJwk,
      ),
      compromised: known.flatMap((key) =>
        key.compromisedSinceSeconds === undefined
          ? []
          : [{ key: toPublicJwk(key), sinceSeconds: key.compromisedSinceSeconds }],
      ),
    }
  }

  return {
    prepareKey,
    async createDidKey() {
      const key = await makeKey(nameByItself)
      await keys.insertUnlessTaken(key, 1)
      return key.owner
    },
    listing,
    publicKeys: async (did) => (await listing(did)).keys,
    async signer(did) {
      const active = (await keysOf(did)).filter(({ state }) => state === 'active')
      const signing = did === registryDid ? active[0] : knownEverywhere(active, now())
      if (signing?.sealedPrivateKey === undefined) throw new KeyIsElsewhere()
      const { kid } = signing
      const pkcs8 = await sealer.unseal(signing.sealedPrivateKey, sealingContext(kid))
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
