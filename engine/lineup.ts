import { createProver } from './exact/prover.ts'
import { isPublishedShape, type Problem } from './problem.ts'
import type { Entrant, News } from './race/seat.ts'
import { createRichSearch } from './rich/rich-search.ts'
import { createRowSearch } from './search/row-search.ts'

const prover: Entrant = { name: 'exact', create: createProver }
const rowSearch: Entrant = { name: 'rows', create: createRowSearch }
const richSearch: Entrant = { name: 'rich', create: createRichSearch }

/**
 * The only search, beside a prover of small problems: a unit of its work takes two or three times as long as one of the prover, and that
 * one settles most of them within seconds. What it has not settled after some ten is the search's, unless it is nearly settled,
 * and the prover becomes the modest one.
 */
const modestSearch: Entrant = {
  ...rowSearch,
  playsOneIn: 4,
  isSparing: (round, news) => round >= 2 && isProversTurn(round, news),
}

const modestProver: Entrant = { ...prover, joinsAt: 1, playsOneIn: 4, isSparing: (round, news) => !isProversTurn(round, news) }

/** Which of the two plays every round while the other one is modest. */
function isProversTurn(round: number, news: News): boolean {
  return round < 120 || isNearlySettled(news)
}

/** Plan and bound are so close that it takes proofs, of one more or of there being a better plan: searches end above it. */
function isNearlySettled({ best, bound }: News): boolean {
  return best !== null && bound !== null && best.levels[0] - bound[0] <= 3
}

/**
 * Who races on a problem, in the order of their seats: one of each kind, and further searches when there are more seats. It is the same
 * for the same problem and number of seats, whatever the threads.
 */
export function lineupFor(problem: Problem, seats: number): readonly Entrant[] {
  const isShared = seats < 2 && cellsOf(problem) <= smallCells
  const kinds = isPublishedShape(problem) ? [...proversFor(problem, isShared), isShared ? modestSearch : rowSearch] : [richSearch]
  return Array.from({ length: Math.max(seats, kinds.length) }, (_, seat) => kinds[seat] ?? kinds[kinds.length - 1])
}

/** Meetings times slots up to which a prover is made at once: some tenths of a second, some hundred megabytes. */
const smallCells = 10_000
/** The same, up to which it is made at all: two seconds, six hundred megabytes. */
const largeCells = 40_000

/**
 * The prover sits first, since a round ends as soon as it has settled the problem. It joins when the search has had its first turn, or
 * its first second on larger problems, where it plays one round in four, since there it proves little; on the largest it would take more
 * memory than it is worth.
 */
function proversFor(problem: Problem, isShared: boolean): Entrant[] {
  const cells = cellsOf(problem)
  if (cells > largeCells) return []
  if (cells > smallCells) return [{ ...prover, joinsAt: 16, playsOneIn: 4 }]
  return [isShared ? modestProver : { ...prover, joinsAt: 1 }]
}

function cellsOf({ meetingCount, slotCount }: Problem): number {
  return meetingCount * slotCount
}
