/** What a device keeps of what was done there, until it has left and been answered. `key`: chosen once, so that sent twice it has one effect. */
export type Kept = { readonly key: string; readonly state: 'waiting' | 'sent' | 'refused' }

/** The entries, of which one is changed by its answer. */
export function changeKept<Entry extends Kept>(entries: readonly Entry[], { key }: Entry, change: Partial<Entry>): Entry[] {
  return entries.map((entry) => (entry.key === key ? { ...entry, ...change } : entry))
}

/** What has been read again from the server is kept no more; the last that left stays, to be told. */
export function withoutSent<Entry extends Kept>(entries: readonly Entry[]): Entry[] {
  const last = entries.findLast(({ state }) => state === 'sent')
  return entries.filter((entry) => entry.state !== 'sent' || entry === last)
}
