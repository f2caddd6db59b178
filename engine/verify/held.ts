import type { Plan, Problem } from '../problem.ts'

/** A meeting that a plan holds within the grid. */
export type Held = {
  readonly meeting: number
  readonly start: number
  /** First slot after it. */
  readonly end: number
  readonly pool: number
  /** −1 when the pool is none. */
  readonly place: number
  /** Whoever fills its roles, in their order; people who do not exist are left out. */
  readonly people: readonly number[]
}

/** The meetings that have a start and fit in the grid; a start that does not fit is a broken rule, told by rules.ts. */
export function heldMeetings(problem: Problem, plan: Plan): Held[] {
  return numbers(problem.meetingCount).flatMap((meeting) => {
    const start = plan.start[meeting]
    const end = start + problem.lengthSlots[meeting]
    if (start < 0 || end > problem.slotCount) return []
    const pool = plan.pool[meeting]
    const roles = numbers(problem.roleOffset[meeting + 1], problem.roleOffset[meeting])
    const people = roles.map((role) => plan.filledBy[role]).filter((person) => person >= 0 && person < problem.personCount)
    const place = pool >= 0 && pool < problem.poolCount ? problem.poolPlace[pool] : -1
    return [{ meeting, start, end, pool, place, people }]
  })
}

/** The meetings of each person in the order of their starts. A person in two roles of one meeting has it once. */
export function rowsOf(problem: Problem, held: readonly Held[]): Held[][] {
  const rows = numbers(problem.personCount).map((): Held[] => [])
  for (const one of [...held].sort((a, b) => a.start - b.start || a.meeting - b.meeting))
    for (const person of new Set(one.people)) rows[person].push(one)
  return rows
}

/** A run of idle slots strictly between two meetings of one day. */
export type Break = { readonly from: number; readonly length: number }

/** The breaks in one person's row: idle is any slot without a meeting, whether or not the person could have had one. */
export function breaksIn(problem: Problem, row: readonly Held[]): Break[] {
  const busy = new Set(row.flatMap(({ start, end }) => numbers(end, start)))
  const breaks: Break[] = []
  let last = -1
  for (const slot of [...busy].sort((a, b) => a - b)) {
    const isSameDay = last >= 0 && problem.dayOf[last] === problem.dayOf[slot]
    if (isSameDay && slot > last + 1) breaks.push({ from: last + 1, length: slot - last - 1 })
    last = slot
  }
  return breaks
}

/** Pairs of meetings that follow each other in a row, on one day. */
export function stepsIn(problem: Problem, row: readonly Held[]): (readonly [Held, Held])[] {
  return row.slice(1).flatMap((next, i) => {
    const before = row[i]
    return problem.dayOf[before.start] === problem.dayOf[next.start] ? [[before, next] as const] : []
  })
}

/** from, from + 1, … end − 1 */
export function numbers(end: number, from = 0): number[] {
  return Array.from({ length: Math.max(0, end - from) }, (_, i) => from + i)
}
