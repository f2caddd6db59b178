import { setImmediate } from 'node:timers/promises'
import { lineupFor } from '../../../../engine/lineup.ts'
import { createRace, type Improvement, type RaceStatus } from '../../../../engine/race.ts'
import type { Held } from '../../../../engine/stepper.ts'
import { createPace } from './race-pace.ts'
import { raceOnThreads } from './race-on-threads.ts'
import { isOutOfTime, type RaceNews, type RaceTerms } from './race-terms.ts'

/** How a race ended. */
export type RaceResult = {
  readonly status: RaceStatus
  readonly best: Held | null
  readonly bound: Int32Array
  readonly rounds: number
  readonly trace: readonly Improvement[]
}

/** Runs a race to its end, or to that of its rounds or time: here on one thread, on threads of their own when there are more. */
export function runRace(terms: RaceTerms, tell: (news: RaceNews) => void): Promise<RaceResult> {
  return terms.threads > 1 ? raceOnThreads(terms, tell) : raceHere(terms, tell)
}

async function raceHere(terms: RaceTerms, tell: (news: RaceNews) => void): Promise<RaceResult> {
  const race = createRace(terms.problem, terms.seed, lineupFor(terms.problem, terms.seats))
  const shouldStop = () => isOutOfTime(terms)
  const roundsLeft = createPace(terms)
  let isOn = true
  while (isOn && race.rounds() < terms.rounds && !shouldStop()) {
    isOn = race.step(shouldStop, roundsLeft(race.rounds()))
    tell({ rounds: race.rounds(), best: levelsOf(race.best()), bound: [...race.bound()] })
    // Lets signals come through between two turns.
    await setImmediate()
  }
  race.settle()
  return { status: race.status(), best: race.best(), bound: race.bound(), rounds: race.rounds(), trace: race.trace() }
}

export function levelsOf(held: Held | null): readonly number[] | null {
  return held && [...held.levels]
}
