import { setImmediate } from 'node:timers/promises'
import type { Instance } from '../../../../engine/instance/read.ts'
import { lineupFor } from '../../../../engine/lineup.ts'
import { createRace } from '../../../../engine/race.ts'
import { waitsIn } from '../../../../engine/reasons/breaks.ts'
import { findConflict } from '../../../../engine/reasons/conflict.ts'
import type { Fact } from '../../../../engine/reasons/facts.ts'
import { asManyAsPossible } from '../../../../engine/reasons/most-held.ts'
import type { Explanation, NamedFact } from '../domain/explanation.ts'
import { isOutOfTime } from './race-terms.ts'
import type { RaceResult } from './run-race.ts'

/** Time an explanation may take, after the answer is known. */
const explainingMs = 20_000
/** Rounds in which the plan that holds the most meetings is looked for. */
const roundsForMost = 25

/** Says who waits in a plan; or, when there is none, which facts do not go together, and how many meetings do. */
export async function explainAnswer(
  instance: Instance,
  { status, best }: Pick<RaceResult, 'status' | 'best'>,
  { seed, signal }: { readonly seed: number; readonly signal: AbortSignal },
): Promise<readonly Explanation[]> {
  if (best !== null) return [{ kind: 'waits', waits: namedWaits(instance, best) }]
  if (status !== 'infeasible') return []
  const deadlineMs = performance.now() + explainingMs
  const shouldStop = () => isOutOfTime({ signal, deadlineMs })
  const conflict = findConflict(instance.problem, seed, shouldStop)
  // Lets a signal through between the two.
  await setImmediate()
  const most = findMostHeld(instance, seed, shouldStop)
  return [
    ...(conflict ? [{ kind: 'conflict', facts: namedFacts(instance, conflict.facts), isMinimal: conflict.isMinimal } as const] : []),
    ...(most ? [most] : []),
  ]
}

function namedWaits({ problem, participantIds, meetingIds }: Instance, best: NonNullable<RaceResult['best']>) {
  return waitsIn(problem, best.plan).map(({ person, from, lengthSlots, before, after }) => ({
    participant: participantIds[person] ?? '',
    slots: Array.from({ length: lengthSlots }, (_, i) => from + i + 1),
    before: meetingIds[before] ?? '',
    after: meetingIds[after] ?? '',
  }))
}

/** A meeting and what binds it to some slots are told in one breath. */
function namedFacts({ problem, participantIds, meetingIds }: Instance, facts: readonly Fact[]): NamedFact[] {
  const bound = new Set(facts.flatMap((fact) => (fact.kind === 'starts' ? [fact.meeting] : [])))
  const slotsWhere = (cells: Uint8Array, row: number, value: number) =>
    Array.from({ length: problem.slotCount }, (_, slot) => slot + 1).filter((slot) => cells[row * problem.slotCount + slot - 1] === value)
  const person = (role: number) => participantIds[problem.candidate[role] ?? 0] ?? ''
  return facts.flatMap((fact): NamedFact[] => {
    switch (fact.kind) {
      case 'meeting':
        return [
          {
            kind: 'meeting',
            meeting: meetingIds[fact.meeting] ?? '',
            participants: [person(2 * fact.meeting), person(2 * fact.meeting + 1)],
            slots: bound.has(fact.meeting) ? slotsWhere(problem.startAllowed, fact.meeting, 1) : null,
          },
        ]
      case 'starts':
        return []
      case 'away':
        return [{ kind: 'away', participant: participantIds[fact.person] ?? '', slots: slotsWhere(problem.personFree, fact.person, 0) }]
      case 'order':
        return [
          {
            kind: 'order',
            earlier: meetingIds[problem.earlier[fact.index] ?? 0] ?? '',
            later: meetingIds[problem.later[fact.index] ?? 0] ?? '',
          },
        ]
      case 'tables':
        return [{ kind: 'tables', tables: problem.poolCapacity[0] ?? 0 }]
      case 'fairness':
        return [{ kind: 'fairness', difference: problem.fairness }]
    }
  })
}

function findMostHeld({ problem, meetingIds }: Instance, seed: number, shouldStop: () => boolean): Explanation | null {
  const relaxed = asManyAsPossible(problem)
  const race = createRace(relaxed, seed, lineupFor(relaxed, 1))
  // All together cannot be held: a plan that lacks one cannot be bettered.
  while (race.rounds() < roundsForMost && race.step(shouldStop) && !shouldStop()) if ((race.best()?.levels[0] ?? 2) <= 1) break
  race.settle()
  const best = race.best()
  if (best === null) return null
  const dropped = meetingIds.filter((_, m) => best.plan.start[m] === -1)
  return {
    kind: 'most held',
    held: meetingIds.length - dropped.length,
    dropped,
    isMost: dropped.length === Math.max(1, race.bound()[0] ?? 0),
  }
}
