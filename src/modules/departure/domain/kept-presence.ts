import type { Instant } from '#platform/pure/instant.ts'
import { type Kept, changeKept } from '#platform/pure/kept.ts'

/** Somebody is here, by their badge or from the list; or it was a mistake. */
export type SaidPresence = { readonly code: string } | { readonly memberId: string } | { readonly undo: string }

/** What was said of a presence, as the device of the desk keeps it until it has left. It names people by their ids. */
export type KeptPresence = Kept & {
  readonly notedAt: Instant
  readonly said: SaidPresence
  /** Why it was refused. */
  readonly code?: string
  /** Whose presence it was, once the server has said. */
  readonly memberId?: string
}

export type PresenceReply =
  | { readonly kind: 'kept'; readonly memberId: string | null }
  | { readonly kind: 'refused'; readonly code: string }

/** The entries after one of them was answered. */
export function afterReply(entries: readonly KeptPresence[], sent: KeptPresence, reply: PresenceReply): KeptPresence[] {
  if (reply.kind === 'refused') return changeKept(entries, sent, { state: 'refused', code: reply.code })
  return changeKept(entries, sent, { state: 'sent', ...(reply.memberId ? { memberId: reply.memberId } : {}) })
}

/** The list with all that was said here since, and not refused: a first moment stays, a mistake is taken back. */
export function withKept<Person extends { readonly id: string; readonly notedAt: Instant | null }>(
  people: readonly Person[],
  entries: readonly KeptPresence[],
): Person[] {
  const said = new Map<string, Instant | null>()
  for (const { said: what, notedAt, memberId, state } of entries) {
    if (state === 'refused') continue
    if ('undo' in what) said.set(what.undo, null)
    else {
      const id = 'memberId' in what ? what.memberId : memberId
      if (id !== undefined) said.set(id, said.get(id) ?? notedAt)
    }
  }
  return people.map((person) => {
    const last = said.get(person.id)
    return last === undefined ? person : { ...person, notedAt: last && (person.notedAt ?? last) }
  })
}
