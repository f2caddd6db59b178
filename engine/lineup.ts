import { createDescents } from './exact/descents.ts'
import { createProver } from './exact/prover.ts'
import { isBout, isProversTurn } from './lineup/turns.ts'
import { isPublishedShape, type Problem } from './problem.ts'
import type { Entrant } from './race/seat.ts'
import { createRichSearch } from './rich/rich-search.ts'
import { createRowSearch } from './search/row-search.ts'

const prover: Entrant = { name: 'exact', create: createProver }
const rowSearch: Entrant = { name: 'rows', create: createRowSearch }
const richSearch: Entrant = { name: 'rich', create: createRichSearch }
const descents: Entrant = { name: 'descents', create: createDescents, playsOneIn: (round, news) => (isBout(round, news) ? 1 : Infinity) }

/**
 * The only search, beside a prover of small problems: a unit of its work takes two or three times as long as one of the prover, and that
 * one settles most of them within seconds. What it has not settled after some ten is the search's, unless it is nearly settled,
 * and the prover becomes the modest one. While descents have a bout both are.
 */
const modestSearch: Entrant = {
  ...rowSearch,
  playsOneIn: (round, news) => (round < 2 ? 1 : isBout(round, news) ? 8 : isProversTurn(round, news) ? 4 : 1),
}

const modestProver: Entrant = {
  ...prover,
  joinsAt: 1,
  playsOneIn: (round, news) => (isBout(round, news) ? 8 : isProversTurn(round, news) ? 1 : 4),
}

/**
 * Who races on a problem, in the order of their seats: one of each kind, and further searches when there are more seats. It is the same
 * for the same problem and number of seats, whatever the threads.
 */
export function lineupFor(problem: Problem, seats: number): readonly Entrant[] {
  const isShared = seats < 2 && cellsOf(problem) <= smallCells
  const kinds = isPublishedShape(problem) ? [...proversFor(problem, isShared), isShared ? modestSearch : rowSearch] : [richSearch]
  const seated = Array.from({ length: Math.max(seats, kinds.length) }, (_, seat) => kinds[seat] ?? kinds[kinds.length - 1])
  return isPublishedShape(problem) && cellsOf(problem) <= smallCells ? [...seated, descents] : seated
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
  if (cells > smallCells) return [{ ...prover, joinsAt: 16, playsOneIn: () => 4 }]
  return [isShared ? modestProver : { ...prover, joinsAt: 1, playsOneIn: (round, news) => (isBout(round, news) ? 8 : 1) }]
}

function cellsOf({ meetingCount, slotCount }: Problem): number {
  return meetingCount * slotCount
}
