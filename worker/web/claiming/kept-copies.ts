// What this browser keeps of claims: credentials, each copy with its key. Uses IndexedDB.
import type { HolderKey } from './holder-keys.ts'

export interface KeptCredential {
  readonly title: string
  readonly issuer: string
  /** Milliseconds since the Unix epoch. */
  readonly receivedAt: number
  readonly copies: readonly { readonly credential: string; readonly key: HolderKey }[]
}

const STORE = 'credentials'

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** The keeper; throws where the browser keeps nothing, as some do in private windows. */
export async function openKeeper() {
  const opening = indexedDB.open('licet-holder', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { autoIncrement: true })
  const db = await settled(opening)
  return {
    add: (kept: KeptCredential): Promise<unknown> => {
      const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' })
      transaction.objectStore(STORE).add(kept)
      return new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error)
      })
    },
    all: (): Promise<readonly KeptCredential[]> =>
      settled(db.transaction(STORE).objectStore(STORE).getAll()),
  }
}

export type Keeper = Awaited<ReturnType<typeof openKeeper>>
