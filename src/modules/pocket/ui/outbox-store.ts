import type { KeptEntry } from '../domain/offline.ts'

/** Where a browser keeps what waits to be sent: one IndexedDB, erased with the pocket. Only in browsers. */
const databaseName = 'escale-poche'
const storeName = 'entries'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(storeName, { keyPath: 'place' }))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the store does not open')))
  })
}

/** The entries in the order they were written. */
export async function readEntries(): Promise<KeptEntry[]> {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const request = database.transaction(storeName).objectStore(storeName).getAll()
      request.addEventListener('success', () => resolve((request.result as { entry: KeptEntry }[]).map(({ entry }) => entry)))
      request.addEventListener('error', () => reject(request.error ?? new Error('the entries cannot be read')))
    })
  } finally {
    database.close()
  }
}

/** Replaces them all at once, by what `change` makes of those that are there: what another tab writes meanwhile is not lost. @throws when there is no room */
export async function changeEntries(change: (entries: readonly KeptEntry[]) => readonly KeptEntry[]): Promise<KeptEntry[]> {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      let changed: readonly KeptEntry[] = []
      const transaction = database.transaction(storeName, 'readwrite')
      const store = transaction.objectStore(storeName)
      const known = store.getAll()
      known.addEventListener('success', () => {
        changed = change((known.result as { entry: KeptEntry }[]).map(({ entry }) => entry))
        store.clear()
        for (const [place, entry] of changed.entries()) store.put({ place, entry })
      })
      transaction.addEventListener('complete', () => resolve([...changed]))
      for (const event of ['abort', 'error'])
        transaction.addEventListener(event, () => reject(transaction.error ?? new Error('there is no room for the entry')))
    })
  } finally {
    database.close()
  }
}

export function eraseEntries(): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(databaseName)
    for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve())
  })
}
