import type { Instant } from '#platform/pure/instant.ts'
import type { EntryAnswer, Presence } from './entry.ts'
import type { PocketNote } from './agenda.ts'

/** What was written on a device, as the device keeps it until it has left. `about` is the title of the moment, or what the receipt is. */
export type KeptEntry = {
  readonly key: string
  readonly saidAt: Instant
  readonly about: string
  readonly said:
    | { readonly kind: 'attendance'; readonly itemId: string; readonly presence: Presence }
    | { readonly kind: 'note'; readonly itemId: string | null; readonly body: string; readonly version: number }
    | { readonly kind: 'receipt'; readonly label: string; readonly photo: Blob | null; readonly photoName: string }
  readonly state: 'waiting' | 'sent' | 'refused'
  /** Why it was refused; `saved` is what the note says now, when that is why. */
  readonly refusal?: { readonly code: string; readonly saved?: { readonly body: string; readonly version: number } }
  readonly superseded?: boolean
}

/** What a server answered: `unreachable` leaves the entry as it is, `closed` ends the pocket. */
export type Reply =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'kept'; readonly answer: EntryAnswer }
  | { readonly kind: 'refused'; readonly code: string; readonly saved?: { readonly body: string; readonly version: number } }

/** What becomes of an entry by the answer to it. A photograph that has left is not kept twice. */
export function settled(entry: KeptEntry, reply: Reply): KeptEntry {
  if (reply.kind === 'kept') {
    const { said } = entry
    if (said.kind === 'receipt') return { ...entry, said: { ...said, photo: null }, state: 'sent' }
    if (said.kind === 'note' && reply.answer.kind === 'note')
      return { ...entry, said: { ...said, version: reply.answer.version }, state: 'sent' }
    const superseded = reply.answer.kind === 'attendance' && reply.answer.superseded
    return { ...entry, state: 'sent', ...(superseded ? { superseded } : {}) }
  }
  if (reply.kind !== 'refused') return entry
  const { code, saved } = reply
  return { ...entry, state: 'refused', refusal: { code, ...(saved ? { saved } : {}) } }
}

/**
 * A new entry among those that are kept. What was said of the same moment and has not left gives way to it: one word, one note. The note goes on from the
 * version that the one it replaces was written on.
 */
export function withEntry(entries: readonly KeptEntry[], entry: KeptEntry): KeptEntry[] {
  const { said } = entry
  const isReplaced = (other: KeptEntry) =>
    other.state !== 'sent' && said.kind !== 'receipt' && other.said.kind === said.kind && other.said.itemId === said.itemId
  return [...entries.filter((other) => !isReplaced(other)), entry]
}

/** Keeps one's own words, the saved ones, or both: the answer to a note that changed elsewhere. Null: nothing is left to send. */
export function decideNote(
  entry: KeptEntry,
  choice: 'mine' | 'saved' | 'both',
  fresh: Pick<KeptEntry, 'key' | 'saidAt'>,
): KeptEntry | null {
  const saved = entry.refusal?.saved
  if (choice === 'saved' || entry.said.kind !== 'note' || !saved) return null
  const body = choice === 'mine' ? entry.said.body : [saved.body, entry.said.body].filter((text) => text.trim() !== '').join('\n\n')
  const { refusal: _over, ...kept } = entry
  return { ...kept, ...fresh, said: { ...entry.said, body, version: saved.version }, state: 'waiting' }
}

/**
 * The entries after one of them was answered. One that was replaced while it was under way has left all the same: the note that took its place now goes
 * on from what it wrote.
 */
export function afterReply(entries: readonly KeptEntry[], sent: KeptEntry, reply: Reply): KeptEntry[] {
  if (entries.some(({ key }) => key === sent.key)) return entries.map((entry) => (entry.key === sent.key ? settled(entry, reply) : entry))
  const { said } = sent
  if (reply.kind !== 'kept' || reply.answer.kind !== 'note' || said.kind !== 'note') return [...entries]
  const { version } = reply.answer
  return entries.map((entry) =>
    entry.state === 'waiting' && entry.said.kind === 'note' && entry.said.itemId === said.itemId
      ? { ...entry, said: { ...entry.said, version } }
      : entry,
  )
}

/** What the page shows of a moment: the last word said here, unless it was refused or is older than what was synchronised. */
export function presenceShown(
  itemId: string,
  synced: { readonly attendance: Readonly<Record<string, Presence>>; readonly at: Instant },
  entries: readonly KeptEntry[],
): Presence | null {
  const isNews = ({ said, state, saidAt, superseded }: KeptEntry) =>
    said.kind === 'attendance' && said.itemId === itemId && !superseded && (state === 'waiting' || (state === 'sent' && saidAt > synced.at))
  const last = entries.findLast(isNews)
  return last?.said.kind === 'attendance' ? last.said.presence : (synced.attendance[itemId] ?? null)
}

/** The note as it was last written here, else as it was synchronised, and the version the next one is written on. */
export function noteShown(
  itemId: string | null,
  synced: readonly PocketNote[],
  entries: readonly KeptEntry[],
): { body: string; version: number } {
  const known = synced.find((note) => note.itemId === itemId)
  const isNews = ({ said, state }: KeptEntry) =>
    said.kind === 'note' && said.itemId === itemId && (state !== 'sent' || said.version > (known?.version ?? 0))
  const last = entries.findLast(isNews)
  if (last?.said.kind === 'note') return { body: last.said.body, version: last.said.version }
  return { body: known?.body ?? '', version: known?.version ?? 0 }
}
