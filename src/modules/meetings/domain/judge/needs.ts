import type { Pair } from '../pairs.ts'
import type { PairKey, RoleName, Snapshot } from '../snapshot.ts'

/** One of those a meeting needs, and who could be it. */
export type Need = { readonly role: RoleName; readonly candidates: readonly string[] }

/** Whom a meeting of two participants needs: one of each, an interpreter when they share no language, and the company its rule asks for. */
export function needsOf(snapshot: Snapshot, { one, other, company }: Pick<Pair, 'one' | 'other' | 'company'>): Need[] {
  const [mine, theirs] = [sideOf(snapshot, one), sideOf(snapshot, other)]
  const speaks = (tags: readonly string[], side: typeof mine) => side?.languages.some((tag) => tags.includes(tag)) === true
  const isSilent = !mine?.languages.length || !theirs?.languages.length
  const needs: Need[] = [
    { role: 'one', candidates: mine?.people.map(({ id }) => id) ?? [] },
    { role: 'other', candidates: theirs?.people.map(({ id }) => id) ?? [] },
  ]
  if (!isSilent && !speaks(mine.languages, theirs)) {
    const interpreters = snapshot.resources.filter(
      ({ kind, languages }) => kind === 'interpreter' && speaks(languages, mine) && speaks(languages, theirs),
    )
    needs.push({ role: 'interpreter', candidates: interpreters.map(({ id }) => id) })
  }
  for (const role of company) {
    needs.push({ role, candidates: snapshot.resources.filter(({ kind }) => kind === role).map(({ id }) => id) })
  }
  return needs
}

/** The spots where two participants may meet: at the address of whoever has one, of the one who is asked when both do, else at any table. */
export function spotsFor({ spots }: Snapshot, { one, other }: Pick<Pair, 'one' | 'other'>): Snapshot['spots'] {
  for (const host of [other, one]) {
    const own = spots.filter(({ participantId }) => participantId === host)
    if (own.length > 0) return own
  }
  return spots.filter(({ participantId }) => participantId === null)
}

/** How many of these each participant is in. */
export function meetingsOfEach(list: readonly PairKey[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const id of list.flatMap(({ one, other }) => [one, other])) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

function sideOf(snapshot: Snapshot, id: string) {
  return snapshot.participants.find((participant) => participant.id === id)
}
