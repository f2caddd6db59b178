import type { Instant } from '#platform/pure/instant.ts'
import type { EntryAnswer, Presence } from './entry.ts'
import type { PocketNote } from './agenda.ts'
import type { PocketTask } from './task.ts'

/** What was written on a device, as the device keeps it until it has left. `about` is the title of the moment, or what the receipt is. */
export type KeptEntry = {
  readonly key: string
  readonly saidAt: Instant
  readonly about: string
  readonly said:
    | { readonly kind: 'attendance'; readonly itemId: string; readonly presence: Presence }
    | { readonly kind: 'note'; readonly itemId: string | null; readonly body: string; readonly version: number }
    | { readonly kind: 'receipt'; readonly label: string; readonly photo: Blob | null; readonly photoName: string }
    | { readonly kind: 'task'; readonly taskId: string; readonly isDone: boolean; readonly title: string }
  readonly state: 'waiting' | 'sent' | 'refused'
  readonly refusal?: Refusal
  readonly superseded?: boolean
  /** Who had said it before, or said otherwise since. */
  readonly byName?: string
}

/** Why it was refused; `saved` is what the note says now, `title` what the task says now, when that is why. */
export type Refusal = {
  readonly code: string
  readonly saved?: { readonly body: string; readonly version: number }
  readonly title?: string
}

/** What a server answered: `unreachable` leaves the entry as it is, `closed` ends the pocket. */
export type Reply =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'kept'; readonly answer: EntryAnswer }
  | ({ readonly kind: 'refused' } & Refusal)

/** What becomes of an entry by the answer to it. A photograph that has left is not kept twice. */
export function settled(entry: KeptEntry, reply: Reply): KeptEntry {
  if (reply.kind === 'kept') {
    const { said } = entry
    if (said.kind === 'receipt') return { ...entry, said: { ...said, photo: null }, state: 'sent' }
    if (said.kind === 'note' && reply.answer.kind === 'note')
      return { ...entry, said: { ...said, version: reply.answer.version }, state: 'sent' }
    const superseded = 'superseded' in reply.answer && reply.answer.superseded
    const byName = reply.answer.kind === 'task' ? reply.answer.byName : null
    return { ...entry, state: 'sent', ...(superseded ? { superseded } : {}), ...(byName ? { byName } : {}) }
  }
  if (reply.kind !== 'refused') return entry
  const { kind: _kind, ...refusal } = reply
  return { ...entry, state: 'refused', refusal }
}

/** What an entry is about, when a later one about the same takes its place. Receipts are each their own. */
function subjectOf(said: KeptEntry['said']): string | null {
  if (said.kind === 'receipt') return null
  return `${said.kind} ${said.kind === 'task' ? said.taskId : said.itemId}`
}

/**
 * A new entry among those that are kept. What was said of the same moment or task and has not left gives way to it: one word, one note. The note goes on
 * from the version that the one it replaces was written on.
 */
export function withEntry(entries: readonly KeptEntry[], entry: KeptEntry): KeptEntry[] {
  const subject = subjectOf(entry.said)
  const isReplaced = (other: KeptEntry) => other.state !== 'sent' && subject !== null && subjectOf(other.said) === subject
  return [...entries.filter((other) => !isReplaced(other)), entry]
}

/**
 * Keeps one's own words, the saved ones, or both: the answer to a note that changed elsewhere. Of a task that says something else by now: it is done all the
 * same (`mine`), or nothing was said. Null: nothing is left to send.
 */
export function decideAgain(
  entry: KeptEntry,
  choice: 'mine' | 'saved' | 'both',
  fresh: Pick<KeptEntry, 'key' | 'saidAt'>,
): KeptEntry | null {
  const { refusal, ...kept } = entry
  const { said } = entry
  if (choice === 'saved') return null
  if (said.kind === 'task' && refusal?.title !== undefined)
    return { ...kept, ...fresh, about: refusal.title, said: { ...said, title: refusal.title }, state: 'waiting' }
  if (said.kind !== 'note' || !refusal?.saved) return null
  const { saved } = refusal
  const body = choice === 'mine' ? said.body : [saved.body, said.body].filter((text) => text.trim() !== '').join('\n\n')
  return { ...kept, ...fresh, said: { ...said, body, version: saved.version }, state: 'waiting' }
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

/** Whether something said here holds until the next synchronisation: it waits, or left since the last one and was not overruled. */
const isNews = ({ state, saidAt, superseded }: KeptEntry, syncedAt: Instant) =>
  !superseded && (state === 'waiting' || (state === 'sent' && saidAt > syncedAt))

/** What the page shows of a moment: the last word said here, unless it was refused or is older than what was synchronised. */
export function presenceShown(
  itemId: string,
  synced: { readonly attendance: Readonly<Record<string, Presence>>; readonly at: Instant },
  entries: readonly KeptEntry[],
): Presence | null {
  const last = entries.findLast((entry) => entry.said.kind === 'attendance' && entry.said.itemId === itemId && isNews(entry, synced.at))
  return last?.said.kind === 'attendance' ? last.said.presence : (synced.attendance[itemId] ?? null)
}

/** Whether a task is done, as it was last said here, else as it was synchronised. */
export function isDoneShown(task: Pick<PocketTask, 'id' | 'isDone'>, syncedAt: Instant, entries: readonly KeptEntry[]): boolean {
  const last = entries.findLast((entry) => entry.said.kind === 'task' && entry.said.taskId === task.id && isNews(entry, syncedAt))
  return last?.said.kind === 'task' ? last.said.isDone : task.isDone
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
