import { deepestTarget, MUST, type Plan, type Problem } from '../problem.ts'

/**
 * [levelWidth] Levels that no completion of a partial plan beats: the meetings before `decided` are as they are, and all others
 * would be held where they are, at no cost. Breaks and places, which a later meeting can mend, count for nothing.
 */
export function hopeOf(problem: Problem, plan: Plan, decided: number): Int32Array {
  const dropped: number[] = []
  for (let meeting = 0; meeting < decided; meeting++) if (plan.start[meeting] === -1) dropped.push(meeting)
  return Int32Array.from(
    problem.levels.flatMap((level): number[] => {
      switch (level) {
        case 'moves':
          return [movesBefore(problem, plan, decided)]
        case 'musts':
          return [dropped.filter((meeting) => problem.demand[meeting] === MUST).length]
        case 'targets':
          return leastMissed(problem, dropped)
        case 'wishes':
          return [dropped.reduce((total, meeting) => total + problem.weight[meeting], 0)]
        case 'breaks':
        case 'idle':
        case 'places':
          return [0]
        case 'spread':
          return [spreadSoFar(problem, plan)]
      }
    }),
  )
}

function movesBefore(problem: Problem, plan: Plan, decided: number): number {
  const { current } = problem
  if (current === null) return 0
  let moves = 0
  for (let meeting = 0; meeting < decided; meeting++) {
    if (current.start[meeting] === -1) continue
    let isSame = current.start[meeting] === plan.start[meeting] && current.pool[meeting] === plan.pool[meeting]
    for (let role = problem.roleOffset[meeting]; role < problem.roleOffset[meeting + 1]; role++)
      isSame &&= current.filledBy[role] === plan.filledBy[role]
    if (!isSame) moves += 1
  }
  return moves
}

/** What would be missed if every meeting not dropped were held. */
function leastMissed(problem: Problem, dropped: readonly number[]): number[] {
  const held = new Int32Array(problem.partyCount)
  for (let meeting = 0; meeting < problem.meetingCount; meeting++)
    if (!dropped.includes(meeting))
      for (let i = problem.partyOffset[meeting]; i < problem.partyOffset[meeting + 1]; i++) held[problem.party[i]] += 1
  const missed: number[] = []
  for (let depth = deepestTarget(problem); depth >= 1; depth--)
    missed.push(held.reduce((count, number, party) => count + (problem.target[party] - number >= depth ? 1 : 0), 0))
  return missed
}

function spreadSoFar(problem: Problem, plan: Plan): number {
  const load = new Int32Array(problem.poolCount * problem.slotCount)
  for (let meeting = 0; meeting < problem.meetingCount; meeting++)
    if (plan.start[meeting] !== -1)
      for (let slot = plan.start[meeting]; slot < plan.start[meeting] + problem.lengthSlots[meeting]; slot++)
        load[plan.pool[meeting] * problem.slotCount + slot] += 1
  return load.reduce((total, count) => total + count * count, 0)
}
