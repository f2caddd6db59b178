import { backtrack } from './assignment.ts'
import { addClause } from './clauses.ts'
import { grown, type Kernel } from './kernel.ts'
import { pushOne } from './lists.ts'

/**
 * Adds "at most `bound` of the literals, as soon as `guard` is true" (guard −1: always), at level 0. The literals are distinct
 * and none opposes another. Kept as a counter, explained only when asked: no auxiliary variable, no clause.
 */
export function addAtMost(k: Kernel, literals: readonly number[], bound: number, guard = -1): void {
  backtrack(k, 0)
  const open: number[] = []
  let room = bound
  for (const literal of literals) {
    if (k.value[literal] === 1) room--
    else if (k.value[literal] === 0) open.push(literal)
  }
  if (open.length <= room || (guard >= 0 && k.value[guard] === -1)) return
  if (room < 0) addClause(k, guard < 0 ? [] : [guard ^ 1])
  else if (room === 0) for (const literal of open) addClause(k, guard < 0 ? [literal ^ 1] : [guard ^ 1, literal ^ 1])
  else if (open.length === room + 1 && open.length <= 6)
    addClause(k, [...(guard < 0 ? [] : [guard ^ 1]), ...open.map((literal) => literal ^ 1)])
  else store(k, open, room, guard)
}

/** Adds "at least `bound` of the literals", at level 0. */
export function addAtLeast(k: Kernel, literals: readonly number[], bound: number, guard = -1): void {
  addAtMost(
    k,
    literals.map((literal) => literal ^ 1),
    literals.length - bound,
    guard,
  )
}

function store(k: Kernel, literals: readonly number[], bound: number, guard: number): void {
  const c = k.cardinalityCount++
  if (c + 1 >= k.bound.length) {
    const room = 2 * k.bound.length
    k.bound = grown(k.bound, room)
    k.guard = grown(k.guard, room)
    k.trueCount = grown(k.trueCount, room)
    k.memberStart = grown(k.memberStart, room + 1)
  }
  const end = k.memberEnd + literals.length
  if (end > k.member.length) k.member = grown(k.member, Math.max(2 * k.member.length, end))
  k.bound[c] = bound
  k.guard[c] = guard
  k.trueCount[c] = 0
  k.memberStart[c] = k.memberEnd
  literals.forEach((literal, i) => {
    k.member[k.memberEnd + i] = literal
    pushOne(k.counted, literal, c)
  })
  k.memberEnd = end
  k.memberStart[c + 1] = end
  if (guard >= 0) pushOne(k.guarded, guard, c)
}
