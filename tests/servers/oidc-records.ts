type Payload = { readonly grantId?: string; readonly uid?: string; consumed?: number; readonly [name: string]: unknown }

/** What the test provider remembers, for as long as it runs: sessions, codes, grants, by kind and id. */
export function openOidcRecords() {
  const records = new Map<string, Payload>()
  return (kind: string) => {
    const keyOf = (id: string) => `${kind}:${id}`
    return {
      upsert: (id: string, payload: Payload) => Promise.resolve(void records.set(keyOf(id), payload)),
      find: (id: string) => Promise.resolve(records.get(keyOf(id))),
      findByUid: (uid: string) =>
        Promise.resolve([...records].find(([key, payload]) => key.startsWith(`${kind}:`) && payload.uid === uid)?.[1]),
      findByUserCode: () => Promise.resolve(undefined),
      consume: (id: string) => {
        const payload = records.get(keyOf(id))
        if (payload) payload.consumed = Math.floor(Date.now() / 1000)
        return Promise.resolve()
      },
      destroy: (id: string) => Promise.resolve(void records.delete(keyOf(id))),
      revokeByGrantId: (grantId: string) => {
        for (const [key, payload] of records) if (payload.grantId === grantId) records.delete(key)
        return Promise.resolve()
      },
    }
  }
}
