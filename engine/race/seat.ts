import { compareLevels, type Problem } from '../problem.ts'
import type { Held, Stepper } from '../stepper.ts'

/** One who takes part in a race: a way of working on the problem, made when its first turn comes. */
export type Entrant = {
  readonly name: string
  readonly create: (problem: Problem, seed: number) => Stepper
  /** The first round in which it plays, 0 unless said: whoever is slow to make lets the others begin. */
  readonly joinsAt?: number
  /**
   * It plays one round in so many, 1 unless said, with what is known when the round begins; Infinity: not this time. Whoever gains little
   * leaves the time to the others.
   */
  readonly playsOneIn?: (round: number, news: News) => number
}

/** What all know at the beginning of a round. */
export type News = {
  readonly best: Held | null
  readonly bound: Int32Array | null
  /** Rounds that are still to come, this one included; Infinity when nobody knows. */
  readonly roundsLeft: number
  /** The last round in which those of a name brought a better plan; nothing of those who never did. */
  readonly lastGain: ReadonlyMap<string, number>
}

/** What one turn has brought. It holds copies only, so that it may go to another thread. */
export type Report = {
  /** A plan better than the news, or null. */
  readonly best: Held | null
  /** A bound higher than that of the news, or null. */
  readonly bound: Int32Array | null
  readonly isInfeasible: boolean
  /** The problem is settled: there is no plan, or no better one than the best of the news and of this report. */
  readonly isSettled: boolean
  /** It has nothing left to do. */
  readonly isDone: boolean
}

export type Seat = { readonly turn: (round: number, news: News, shouldStop: () => boolean) => Report }

/** Where an entrant sits: it hears the news when its turn begins, and tells its own when the turn ends. */
export function createSeat(problem: Problem, seed: number, entrant: Entrant): Seat {
  let stepper: Stepper | null = null
  let isDone = false
  return {
    turn(round, news, shouldStop) {
      if (!plays(entrant, round, news) || shouldStop()) return nothing(isDone)
      stepper ??= entrant.create(problem, seed)
      if (news.best !== null && isBetter(news.best, stepper.best())) stepper.offer(news.best)
      if (news.bound !== null && isHigher(news.bound, stepper.bound())) stepper.learn(news.bound)
      isDone ||= !stepper.step(workOfRound(round), shouldStop, workAhead(entrant, round, news))
      return reportOf(stepper, news, isDone)
    },
  }
}

function plays(entrant: Entrant, round: number, news: News): boolean {
  if (round < (entrant.joinsAt ?? 0)) return false
  const oneIn = oneInOf(entrant, round, news)
  return oneIn < Infinity && round % oneIn === 0
}

/** Units of work that an entrant has before it, in rounds like this one. */
function workAhead(entrant: Entrant, round: number, news: News): number {
  return (workOfRound(round) * news.roundsLeft) / oneInOf(entrant, round, news)
}

function oneInOf({ playsOneIn }: Entrant, round: number, news: News): number {
  return playsOneIn?.(round, news) ?? 1
}

function reportOf(stepper: Stepper, news: News, isDone: boolean): Report {
  const own = stepper.best()
  const best = own !== null && isBetter(own, news.best) ? own : null
  const ownBound = stepper.bound()
  const bound = ownBound !== null && isHigher(ownBound, news.bound) ? ownBound : null
  const leading = best ?? news.best
  const highest = bound ?? news.bound
  const isInfeasible = stepper.infeasible()
  const isMet = leading !== null && highest !== null && compareLevels(highest, leading.levels) >= 0
  return { best: best && copyOf(best), bound: bound?.slice() ?? null, isInfeasible, isSettled: isInfeasible || isMet, isDone }
}

function nothing(isDone: boolean): Report {
  return { best: null, bound: null, isInfeasible: false, isSettled: false, isDone }
}

function isBetter(held: Held, than: Held | null): boolean {
  return than === null || compareLevels(held.levels, than.levels) < 0
}

function isHigher(bound: Int32Array, than: Int32Array | null): boolean {
  return than === null || compareLevels(bound, than) > 0
}

function copyOf({ plan, levels }: Held): Held {
  return { plan: { start: plan.start.slice(), pool: plan.pool.slice(), filledBy: plan.filledBy.slice() }, levels: levels.slice() }
}

/** The seed of a seat: far from those of its neighbours, and from those of neighbouring races. */
export function seedOfSeat(seed: number, seat: number): number {
  return (Math.imul(seed, 0x2545_f491) + Math.imul(seat, 0x9e37_79b1)) | 0
}

/** Units of work of a turn: short in the first rounds, so that easy problems end at once; a tenth of a second later on. */
export function workOfRound(round: number): number {
  return Math.min(100_000, Math.floor(4_000 * 1.3 ** Math.min(round, 20)))
}
