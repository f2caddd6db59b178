import { createProver } from './exact/prover.ts'
import { isPublishedShape, type Problem } from './problem.ts'
import type { Entrant } from './race/seat.ts'
import { createRichSearch } from './rich/rich-search.ts'
import { createRowSearch } from './search/row-search.ts'

const prover: Entrant = { name: 'exact', create: createProver }
const rowSearch: Entrant = { name: 'rows', create: createRowSearch }
const richSearch: Entrant = { name: 'rich', create: createRichSearch }

/**
 * Who races on a problem, in the order of their seats: the same for the same problem and number of seats, whatever the threads.
 * The prover sits first, since the round ends as soon as it has settled the problem; further seats search, each with its own seed.
 */
export function lineupFor(problem: Problem, seats: number): readonly Entrant[] {
  const kinds = isPublishedShape(problem) ? [prover, rowSearch] : [richSearch]
  return Array.from({ length: Math.max(seats, kinds.length) }, (_, seat) => kinds[seat] ?? kinds[kinds.length - 1])
}
