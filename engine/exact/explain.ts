import { BY_CARDINALITY, BY_CLAUSE, BY_LITERAL, CLAUSE_HEADER, grown, type Kernel } from './kernel.ts'

/**
 * Writes the true literals that together implied `literal` on the stack, from position `at` on.
 * @returns the position after the last one
 */
export function explain(k: Kernel, literal: number, at: number): number {
  const reason = k.reason[literal >> 1]
  const payload = reason >> 2
  if ((reason & 3) === BY_LITERAL) {
    if (at + 1 > k.stack.length) k.stack = grown(k.stack, 2 * k.stack.length)
    k.stack[at] = payload
    return at + 1
  }
  if ((reason & 3) === BY_CLAUSE) return explainByClause(k, literal, payload, at)
  if ((reason & 3) === BY_CARDINALITY) return explainByCardinality(k, literal, payload, at)
  return at
}

function explainByClause(k: Kernel, literal: number, address: number, at: number): number {
  const { arena } = k
  const base = address + CLAUSE_HEADER
  const end = base + arena[address]
  if (at + arena[address] > k.stack.length) k.stack = grown(k.stack, 2 * k.stack.length + arena[address])
  const { stack } = k
  // Served in a conflict: the clause is kept a while longer.
  if (arena[address + 1] > 0) arena[address + 2] = 2
  let to = at
  for (let i = base; i < end; i++) if (arena[i] !== literal) stack[to++] = arena[i] ^ 1
  return to
}

/** The guard, if any, and as many members as it takes, all true before the literal was. */
function explainByCardinality(k: Kernel, literal: number, c: number, at: number): number {
  const { member, value, place } = k
  const start = k.memberStart[c]
  const end = k.memberStart[c + 1]
  if (at + end - start + 1 > k.stack.length) k.stack = grown(k.stack, 2 * k.stack.length + end - start)
  const { stack } = k
  const before = place[literal >> 1]
  const guard = k.guard[c]
  let to = at
  let needed = k.bound[c]
  if (guard >= 0) {
    if (guard === (literal ^ 1)) needed++
    else stack[to++] = guard
  }
  let i = start
  for (; needed > 0; i++) {
    const other = member[i]
    if (value[other] !== 1 || place[other >> 1] >= before) continue
    stack[to++] = other
    needed--
  }
  k.ticks += 1 + ((i - start) >> 3)
  return to
}
