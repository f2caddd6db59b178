/** What a browser keeps until it has left: one list in an IndexedDB of its own. Only in browsers. */
export type OutboxStore<Entry> = {
  readonly name: string
  /** The entries in the order they were written. */
  readonly read: () => Promise<Entry[]>
  /** Replaces them all at once, by what `change` makes of those that are there: what another tab writes meanwhile is not lost. @throws when there is no room */
  readonly change: (by: (entries: readonly Entry[]) => readonly Entry[]) => Promise<Entry[]>
  readonly erase: () => Promise<void>
}

const storeName = 'entries'
type Placed<Entry> = { readonly place: number; readonly entry: Entry }

/** Nothing is opened before it is used. @param name of the database, one per kind of thing that waits */
export function outboxStore<Entry>(name: string): OutboxStore<Entry> {
  return {
    name,
    read: () =>
      within(name, (database) => {
        const { promise, resolve, reject } = Promise.withResolvers<Entry[]>()
        const request = database.transaction(storeName).objectStore(storeName).getAll()
        request.addEventListener('success', () => resolve((request.result as Placed<Entry>[]).map(({ entry }) => entry)))
        request.addEventListener('error', () => reject(request.error ?? new Error('the entries cannot be read')))
        return promise
      }),
    change: (by) =>
      within(name, (database) => {
        const { promise, resolve, reject } = Promise.withResolvers<Entry[]>()
        let changed: readonly Entry[] = []
        const transaction = database.transaction(storeName, 'readwrite')
        const store = transaction.objectStore(storeName)
        const known = store.getAll()
        known.addEventListener('success', () => {
          changed = by((known.result as Placed<Entry>[]).map(({ entry }) => entry))
          store.clear()
          for (const [place, entry] of changed.entries()) store.put({ place, entry } satisfies Placed<Entry>)
        })
        transaction.addEventListener('complete', () => resolve([...changed]))
        for (const event of ['abort', 'error'])
          transaction.addEventListener(event, () => reject(transaction.error ?? new Error('there is no room for the entry')))
        return promise
      }),
    erase: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      const request = indexedDB.deleteDatabase(name)
      for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve())
      return promise
    },
  }
}

async function within<Result>(name: string, run: (database: IDBDatabase) => Promise<Result>): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>()
  const request = indexedDB.open(name, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(storeName, { keyPath: 'place' }))
  request.addEventListener('success', () => resolve(request.result))
  request.addEventListener('error', () => reject(request.error ?? new Error('the store does not open')))
  const database = await promise
  try {
    return await run(database)
  } finally {
    database.close()
  }
}
