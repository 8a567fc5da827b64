// IndexedDB as promises: what the stores of this browser share. Uses IndexedDB.

export const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Opens a database, and makes its stores where it is new. */
export function openDatabase(
  name: string,
  makeStores: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => makeStores(opening.result)
  return answerOf(opening)
}
