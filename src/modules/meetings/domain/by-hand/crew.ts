import { needsOf } from '../judge/needs.ts'
import type { PairKey, PlannedMeeting, Snapshot } from '../snapshot.ts'

/**
 * Who comes to a meeting at a slot: whoever is at it already stays if free, else the first who is. Where nobody is free the first is named all the same,
 * so that the judge says who is away or taken, and by what.
 */
export function crewFor(
  snapshot: Snapshot,
  others: readonly PlannedMeeting[],
  pair: PairKey,
  slotId: string,
  kept: readonly string[],
): string[] {
  const company = snapshot.pairs.find(({ one, other }) => one === pair.one && other === pair.other)?.company ?? []
  const taken = new Set(others.flatMap((meeting) => (meeting.slotId === slotId ? meeting.people : [])))
  const away = new Set(
    [...snapshot.participants.flatMap(({ people }) => people), ...snapshot.resources].flatMap((who) =>
      who.away.includes(slotId) ? [who.id] : [],
    ),
  )
  const crew: string[] = []
  for (const { candidates } of needsOf(snapshot, { ...pair, company })) {
    const known = candidates.filter((id) => kept.includes(id) && !crew.includes(id))
    const ordered = [...known, ...candidates.filter((id) => !kept.includes(id) && !crew.includes(id))]
    const chosen = ordered.find((id) => !taken.has(id) && !away.has(id)) ?? ordered[0]
    if (chosen !== undefined) crew.push(chosen)
  }
  return crew
}
