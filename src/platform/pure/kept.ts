/** What a device keeps of what was done there, until it has left and been answered. `key`: chosen once, so that sent twice it has one effect. */
export type Kept = { readonly key: string; readonly state: 'waiting' | 'sent' | 'refused' }

/** The entries, of which one is changed by its answer. */
export function changeKept<Entry extends Kept>(entries: readonly Entry[], { key }: Entry, change: Partial<Entry>): Entry[] {
  return entries.map((entry) => (entry.key === key ? { ...entry, ...change } : entry))
}

/**
 * The entries and one more. The same said twice has one effect: what waits last already is not kept again, and what was refused gives its place to a new try.
 */
export function keptOnce<Entry extends Kept & { readonly said: object }>(entries: readonly Entry[], entry: Entry): Entry[] {
  const isSame = ({ said }: Entry) => sameSaid(said, entry.said)
  const last = entries.at(-1)
  if (last?.state === 'waiting' && isSame(last)) return [...entries]
  return [...entries.filter((each) => each.state !== 'refused' || !isSame(each)), entry]
}

function sameSaid(one: object, other: object): boolean {
  const facts = (said: object) => JSON.stringify(Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return facts(one) === facts(other)
}

/** What has been read again from the server is kept no more; the last that left stays, to be told. */
export function withoutSent<Entry extends Kept>(entries: readonly Entry[]): Entry[] {
  const last = entries.findLast(({ state }) => state === 'sent')
  return entries.filter((entry) => entry.state !== 'sent' || entry === last)
}
