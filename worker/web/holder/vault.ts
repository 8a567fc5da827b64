// What a holder keeps in this browser: sealed under a key that cannot be exported. Uses IndexedDB and WebCrypto.
import { utf8Encode } from '../../../shared/encoding/bytes.ts'
import type { SharePurpose } from '../../../shared/share/share-purposes.ts'
import { answerOf, openDatabase } from '../browser/indexed-db.ts'

export interface HeldCopy {
  /** As it came: compact text, or JSON. */
  readonly text: string
  /** The share that it was shown in: no other one shows it again, so that two readers cannot join what they saw. */
  readonly shownIn?: string
}

export interface HeldCredential {
  readonly id: string
  /** RFC 3339, UTC. */
  readonly addedAt: string
  /** All say the same; each is bound to a key of its own where the issuer made them so. At least one. */
  readonly copies: readonly [HeldCopy, ...HeldCopy[]]
}

export interface HeldShare {
  readonly id: string
  /** The whole link, key included. */
  readonly link: string
  /** What lists, changes and ends it at the Worker. */
  readonly control: string
  readonly recipient: string
  readonly purpose: SharePurpose
  /** RFC 3339, UTC. */
  readonly createdAt: string
  /** What the holder showed, in words. */
  readonly shown: readonly string[]
}

export interface Shelves {
  readonly credentials: HeldCredential
  readonly shares: HeldShare
}
export type Shelf = keyof Shelves

interface SealedRecord {
  readonly id: string
  readonly iv: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
}

const KEYS = 'keys'
const SEALING_KEY = 'sealing'
const SHELVES = ['credentials', 'shares'] as const satisfies readonly Shelf[]
const IV_BYTES = 12

const open = () =>
  openDatabase('licet-holder', (made) => {
    made.createObjectStore(KEYS)
    for (const shelf of SHELVES) made.createObjectStore(shelf, { keyPath: 'id' })
  })

/** What stands in a store now. */
const read = async <T>(name: string, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
  answerOf(ask((await open()).transaction(name).objectStore(name)))

/** Ends once it is on the disk: a claim link works once, and what it brought must not be lost. */
async function write(name: string, change: (store: IDBObjectStore) => void): Promise<void> {
  const transaction = (await open()).transaction(name, 'readwrite', { durability: 'strict' })
  change(transaction.objectStore(name))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}

/** Made once; of two pages that make it at the same time, the first one's stays. */
async function sealingKey(): Promise<CryptoKey> {
  const known = await keyNamed<CryptoKey>(SEALING_KEY)
  if (known) return known
  const usages: KeyUsage[] = ['encrypt', 'decrypt']
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, usages)
  await write(KEYS, (store) => store.add(made, SEALING_KEY)).catch(() => undefined)
  const kept = await keyNamed<CryptoKey>(SEALING_KEY)
  if (!kept) throw new Error('This browser keeps nothing')
  return kept
}

/** A key that lives here, by its name. */
export const keyNamed = <T>(name: string): Promise<T | undefined> =>
  read<T | undefined>(KEYS, (store) => store.get(name))

/** @param key - a key that cannot be exported, or an object with one */
export const keepKey = (name: string, key: object): Promise<void> =>
  write(KEYS, (store) => store.put(key, name))

/** What was made for nothing. */
export const dropKey = (name: string): Promise<void> => write(KEYS, (store) => store.delete(name))

/** Throws where the browser keeps nothing, as some do in private windows. */
export const openVault = async (): Promise<void> => void (await sealingKey())

const parameters = (shelf: Shelf, id: string, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8Encode(`${shelf}:${id}`),
})

export async function put<S extends Shelf>(shelf: S, record: Shelves[S]): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const text = utf8Encode(JSON.stringify(record))
  const key = await sealingKey()
  const sealed = await crypto.subtle.encrypt(parameters(shelf, record.id, iv), key, text)
  const stored: SealedRecord = { id: record.id, iv, sealed }
  await write(shelf, (store) => store.put(stored))
}

/** In the order of their ids. A record that does not open any more is left out: its key is gone with it. */
export async function all<S extends Shelf>(shelf: S): Promise<readonly Shelves[S][]> {
  const [stored, key] = await Promise.all([
    read<SealedRecord[]>(shelf, (store) => store.getAll()),
    sealingKey(),
  ])
  const opened = await Promise.all(
    stored.map(async ({ id, iv, sealed }) => {
      const bytes = await crypto.subtle
        .decrypt(parameters(shelf, id, iv), key, sealed)
        .catch(() => undefined)
      return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Shelves[S])
    }),
  )
  return opened.filter((record) => record !== undefined)
}

export const remove = (shelf: Shelf, id: string): Promise<void> =>
  write(shelf, (store) => store.delete(id))
