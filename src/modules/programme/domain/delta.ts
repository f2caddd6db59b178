import { isDeepStrictEqual } from 'node:util'
import { type FrozenItem, type FrozenLeg, type ProgrammeContent, inOrder } from './content.ts'
import type { Track } from './place.ts'

/** All that makes one version of a programme into the next, and nothing else. */
export type Delta = {
  readonly added: readonly FrozenItem[]
  readonly removed: readonly FrozenItem[]
  readonly changed: readonly { readonly before: FrozenItem; readonly after: FrozenItem }[]
  /** Null when neither legs nor tracks differ. */
  readonly frame: { readonly legs: readonly FrozenLeg[]; readonly tracks: readonly Track[] } | null
}

export function deltaBetween(before: ProgrammeContent, after: ProgrammeContent): Delta {
  const old = new Map(before.items.map((item) => [item.id, item]))
  const kept = new Set(after.items.map(({ id }) => id))
  const isSameFrame = isDeepStrictEqual([before.legs, before.tracks], [after.legs, after.tracks])
  return {
    added: after.items.filter(({ id }) => !old.has(id)),
    removed: before.items.filter(({ id }) => !kept.has(id)),
    changed: after.items.flatMap((item) => {
      const known = old.get(item.id)
      return known && !isDeepStrictEqual(known, item) ? [{ before: known, after: item }] : []
    }),
    frame: isSameFrame ? null : { legs: after.legs, tracks: after.tracks },
  }
}

/** `applyDelta(deltaBetween(a, b), a)` is `b`. */
export function applyDelta({ added, removed, changed, frame }: Delta, before: ProgrammeContent): ProgrammeContent {
  const gone = new Set(removed.map(({ id }) => id))
  const renewed = new Map(changed.map(({ after }) => [after.id, after]))
  const stayed = before.items.filter(({ id }) => !gone.has(id)).map((item) => renewed.get(item.id) ?? item)
  return { legs: frame?.legs ?? before.legs, tracks: frame?.tracks ?? before.tracks, items: inOrder([...stayed, ...added]) }
}

/** What a change is, in the eyes of someone it concerns. */
export const changeKinds = ['new', 'moved', 'changed', 'cancelled'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** `before` is null for what is new; `after` is what is released now, or what was when it is no longer for them. */
export type Change<Said extends SaidItem = FrozenItem> = {
  readonly kind: ChangeKind
  readonly before: Said | null
  readonly after: Said
}

/** What everyone reads of an item, hence what is worth telling; who else is invited is not. */
const told = [
  'type',
  'state',
  'attendance',
  'title',
  'vehicle',
  'organiser',
  'across',
  'speakers',
  'languages',
  'interpreters',
  'dressCode',
  'briefing',
  'planB',
] as const satisfies readonly (keyof FrozenItem)[]

/** As much of an item as its reader is told: always what, when and where; the rest as far as it is for them. */
export type SaidItem = Pick<FrozenItem, 'id' | 'type' | 'state' | 'title' | 'startsAt' | 'endsAt' | 'timeZone' | 'venue'> &
  Partial<FrozenItem>

/** The changes of a delta, as the changelog of the release tells them, in the order of the day. */
export function changesOf(delta: Delta): Change[] {
  const changes = [
    ...delta.added.flatMap((after) => changeBetween(null, after)),
    ...delta.removed.flatMap((before) => changeBetween(before, null)),
    ...delta.changed.flatMap(({ before, after }) => changeBetween(before, after)),
  ]
  return changes.toSorted((one, other) => (one.after.startsAt < other.after.startsAt ? -1 : 1))
}

/**
 * The same for each member: member id → what changes for them, in the order of the day. An item one is invited to is new, and one to which one is no
 * longer invited is cancelled, whatever it is to others. Members to whom one thing happens share one `Change`.
 */
export function changesByMember(delta: Delta): Map<string, Change[]> {
  const found = new Map<string, Change[]>()
  const tell = (memberIds: readonly string[], changes: readonly Change[]) => {
    if (changes.length === 0) return
    for (const id of memberIds) {
      const known = found.get(id)
      if (known) known.push(...changes)
      else found.set(id, [...changes])
    }
  }
  for (const after of delta.added) tell(after.people, changeBetween(null, after))
  for (const before of delta.removed) tell(before.people, changeBetween(before, null))
  for (const { before, after } of delta.changed) {
    const were = new Set(before.people)
    const are = new Set(after.people)
    tell(
      [...were].filter((id) => are.has(id)),
      changeBetween(before, after),
    )
    tell(
      [...were].filter((id) => !are.has(id)),
      changeBetween(before, null),
    )
    tell(
      [...are].filter((id) => !were.has(id)),
      changeBetween(null, after),
    )
  }
  for (const changes of found.values()) changes.sort((one, other) => (one.after.startsAt < other.after.startsAt ? -1 : 1))
  return found
}

/** What became of one item between two releases, for who reads this much of it. Nothing when all they read is the same. */
export function changeBetween<Said extends SaidItem>(before: Said | null, after: Said | null): Change<Said>[] {
  const was = before?.state === 'cancelled' ? null : before
  const is = after?.state === 'cancelled' ? null : after
  if (is && !was) return [{ kind: 'new', before: null, after: is }]
  if (was && !is) return [{ kind: 'cancelled', before: was, after: after ?? was }]
  if (!was || !is) return []
  if (isMoved(was, is)) return [{ kind: 'moved', before: was, after: is }]
  return told.every((field) => isDeepStrictEqual(was[field], is[field])) ? [] : [{ kind: 'changed', before: was, after: is }]
}

function isMoved(before: SaidItem, after: SaidItem): boolean {
  return (
    before.startsAt !== after.startsAt ||
    before.endsAt !== after.endsAt ||
    before.timeZone !== after.timeZone ||
    !isDeepStrictEqual(before.venue, after.venue)
  )
}
