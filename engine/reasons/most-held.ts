import { MUST, type Problem } from '../problem.ts'

/** The same problem, in which as many meetings as possible are held rather than all. */
export function asManyAsPossible(problem: Problem): Problem {
  return { ...problem, demand: new Uint8Array(problem.meetingCount).fill(MUST), levels: ['musts', 'breaks'] }
}
