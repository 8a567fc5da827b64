// Keys that live in this browser only: private halves that cannot be exported, in IndexedDB. Uses WebCrypto and IndexedDB.
import { jwkThumbprint, type OkpJwk } from '../../../shared/keys/jwk.ts'
import { answerOf, openDatabase } from '../browser/indexed-db.ts'

export interface BrowserKey {
  /** The absolute DID URL by which it is published. */
  readonly kid: string
  readonly did: string
  readonly publicJwk: OkpJwk
  /** Not extractable: it signs here, and nobody can read it. */
  readonly privateKey: CryptoKey
}

const STORE = 'keys'

async function openStore(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const database = await openDatabase('licet-signing-keys', (made) => {
    made.createObjectStore(STORE, { keyPath: 'kid' }).createIndex('did', 'did')
  })
  return database.transaction(STORE, mode).objectStore(STORE)
}

/** The keys that this browser has for an issuer. */
export const keysOf = async (did: string): Promise<readonly BrowserKey[]> =>
  answerOf<BrowserKey[]>((await openStore('readonly')).index('did').getAll(did))

/**
 * Makes a key for an issuer and keeps it here. The browser is asked not to clear it when space runs short; clearing its data by
 * hand still loses it.
 */
export async function makeKey(did: string): Promise<BrowserKey> {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('Ed25519 gave no key pair')
  const { x = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const publicJwk = { kty: 'OKP', crv: 'Ed25519', x } as const
  const kid = `${did}#${await jwkThumbprint(publicJwk)}`
  const key = { kid, did, publicJwk, privateKey: pair.privateKey }
  await answerOf((await openStore('readwrite')).add(key))
  await navigator.storage?.persist?.()
  return key
}

/** A signature over bytes. */
export const signWith = async (
  { privateKey }: BrowserKey,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, privateKey, bytes))
