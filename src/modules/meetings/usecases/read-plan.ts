import type { Obstacle } from '../../../../engine/explain/obstacles.ts'
import { explainUnheld } from '../../../../engine/explain/reasons.ts'
import type { Plan } from '../../../../engine/problem.ts'
import { attendeesOf, itemsAt, itemsInTheWay } from '../domain/in-the-way.ts'
import type { LevelLine, NamedObstacle, NamedReason, PairKey, PlannedMeeting, Snapshot } from '../domain/snapshot.ts'
import type { BuiltProblem } from './build-problem.ts'

/** The meetings of a plan, each at a spot of its pool: the one it has, else the one its people come from, else the first free. */
export function readPlan(snapshot: Snapshot, { problem, pairs, personIds, poolSpots }: BuiltProblem, plan: Plan): PlannedMeeting[] {
  const inForce = new Map(snapshot.current.map((meeting) => [`${meeting.one} ${meeting.other}`, meeting]))
  const spots = new Map<number, string>()
  const taken = new Set(
    snapshot.spots.flatMap(({ id, away }) => snapshot.slots.flatMap((slot, rank) => (away?.includes(slot.id) ? [`${id} ${rank}`] : []))),
  )
  const lastSpot = new Map<string, string>()
  const held = pairs.flatMap((pair, m) =>
    (plan.start[m] ?? -1) >= 0 ? [{ pair, m, start: plan.start[m] ?? 0, pool: plan.pool[m] ?? 0 }] : [],
  )
  const ordered = held.toSorted((a, b) => a.start - b.start || a.m - b.m)
  // Those that keep their slot keep their spot, before anybody else is seated.
  for (const { pair, m, start } of ordered) {
    const before = inForce.get(`${pair.one} ${pair.other}`)
    if (!before || snapshot.slots[start]?.id !== before.slotId || !poolSpots[plan.pool[m] ?? 0]?.includes(before.spotId)) continue
    if (taken.has(`${before.spotId} ${start}`)) continue
    spots.set(m, before.spotId)
    taken.add(`${before.spotId} ${start}`)
  }
  for (const { pair, m, start, pool } of ordered) {
    const offered = (poolSpots[pool] ?? []).filter((spot) => spots.get(m) === spot || !taken.has(`${spot} ${start}`))
    const spot =
      spots.get(m) ??
      [lastSpot.get(pair.other), lastSpot.get(pair.one)].find((known) => known && offered.includes(known)) ??
      offered[0] ??
      ''
    spots.set(m, spot)
    taken.add(`${spot} ${start}`)
    lastSpot.set(pair.other, spot)
    lastSpot.set(pair.one, spot)
  }
  return held.map(({ pair: { one, other }, m, start }) => ({
    one,
    other,
    slotId: snapshot.slots[start]?.id ?? '',
    spotId: spots.get(m) ?? '',
    people: Array.from(plan.filledBy.subarray(problem.roleOffset[m], problem.roleOffset[m + 1]), (person) => personIds[person] ?? ''),
  }))
}

/** Why each pair that is not in the plan is not, in the ids of the snapshot. */
export function explainPlan(snapshot: Snapshot, built: BuiltProblem, plan: Plan): NamedReason[] {
  const { problem, pairs, impossible, personIds, partyIds, roleNames } = built
  const keyOf = (m: number): PairKey => ({ one: pairs[m]?.one ?? '', other: pairs[m]?.other ?? '' })
  const slotId = (slot: number) => snapshot.slots[slot]?.id ?? ''
  const attendees = attendeesOf(snapshot)
  const named = (obstacle: Obstacle, slot: number): NamedObstacle => {
    switch (obstacle.kind) {
      case 'quota':
        return { kind: 'quota', participantId: partyIds[obstacle.party] ?? '' }
      case 'away': {
        const whoId = personIds[obstacle.person] ?? ''
        const itemIds = itemsAt(attendees.get(whoId) ?? {}, slotId(slot))
        return { kind: 'away', whoId, meeting: null, ...(itemIds.length > 0 && { itemIds }) }
      }
      case 'busy':
      case 'travel':
        return { kind: obstacle.kind, whoId: personIds[obstacle.person] ?? '', meeting: keyOf(obstacle.meeting) }
      case 'role_taken':
      case 'role_away':
        return { kind: obstacle.kind, role: roleNames[obstacle.role] ?? 'one' }
      case 'order':
        return { kind: 'order', meeting: keyOf(obstacle.meeting) }
      case 'pool_full':
      case 'pool_closed':
        return { kind: obstacle.kind }
    }
  }
  const levels = levelLines(built)
  const reasons = explainUnheld(problem, plan).map(({ meeting, cause, relaxation, trade }): NamedReason => {
    const pair = pairs[meeting]
    const isAbsence = cause === 'no_common_slot' || cause === 'nobody_for_role'
    const itemIds = pair && isAbsence ? itemsInTheWay(snapshot, pair, attendees) : []
    return {
      ...keyOf(meeting),
      cause,
      ...(itemIds.length > 0 && { itemIds }),
      change: relaxation && {
        slotId: slotId(relaxation.slot),
        lift: relaxation.changes.map((obstacle) => named(obstacle, relaxation.slot)),
      },
      trade: trade && { slotId: slotId(trade.slot), givenUp: trade.givenUp.map(keyOf), level: levels[trade.level]?.level ?? null },
    }
  })
  return [
    ...reasons,
    ...impossible.map(({ pair: { one, other }, cause }): NamedReason => ({ one, other, cause, change: null, trade: null })),
  ]
}

/** The name of each integer of the levels. */
export function levelLines({ problem }: Pick<BuiltProblem, 'problem'>): Pick<LevelLine, 'level' | 'depth'>[] {
  const deepest = problem.target.reduce((deep, target) => Math.max(deep, target), 0)
  return problem.levels.flatMap((level): Pick<LevelLine, 'level' | 'depth'>[] =>
    level === 'targets' ? Array.from({ length: deepest }, (_, k) => ({ level, depth: deepest - k })) : [{ level, depth: 0 }],
  )
}
