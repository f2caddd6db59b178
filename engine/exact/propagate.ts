import { BY_CARDINALITY, BY_CLAUSE, BY_LITERAL, CLAUSE_HEADER, grown, type Kernel } from './kernel.ts'
import { moveList } from './lists.ts'

/**
 * Follows the consequences of the trail: two-literal clauses first, then cardinalities and long clauses, each of which
 * watches two of its literals (Moskewicz et al., DOI 10.1145/378239.379017) and carries a blocking literal.
 * @returns false on a conflict: `k.conflict` then holds true literals that cannot be true together.
 */
export function propagate(k: Kernel): boolean {
  for (;;) {
    if (!followBinaries(k)) return false
    if (k.head === k.trailLength) return true
    const literal = k.trail[k.head++]
    // All counters first: whatever happens next, a followed literal is counted in every cardinality.
    if (k.counted.length[literal] > 0) count(k, literal)
    if (k.counted.length[literal] > 0 && !followCardinalities(k, literal)) return false
    if (k.guarded.length[literal] > 0 && !followGuards(k, literal)) return false
    if (k.watches.length[literal] > 0 && !followClauses(k, literal)) return false
  }
}

function followBinaries(k: Kernel): boolean {
  const { trail, value, level, reason, place } = k
  const { start, length, pool } = k.implied
  const depth = k.levelCount | 0
  let trailLength = k.trailLength | 0
  let head = k.binaryHead | 0
  let ticks = 0
  while (head < trailLength) {
    const literal = trail[head++]
    const from = start[literal]
    const end = from + length[literal]
    ticks += 2 + ((end - from) >> 3)
    for (let i = from; i < end; i++) {
      const other = pool[i]
      const truth = value[other]
      if (truth > 0) continue
      if (truth < 0) {
        k.conflict[0] = literal
        k.conflict[1] = other ^ 1
        k.conflictLength = 2
        k.trailLength = trailLength
        k.binaryHead = head
        k.ticks += ticks
        return false
      }
      const v = other >> 1
      value[other] = 1
      value[other ^ 1] = -1
      level[v] = depth
      reason[v] = depth === 0 ? 0 : (literal << 2) | BY_LITERAL
      place[v] = trailLength
      trail[trailLength++] = other
    }
  }
  k.trailLength = trailLength
  k.binaryHead = head
  k.ticks += ticks
  return true
}

function count(k: Kernel, literal: number): void {
  const { trueCount } = k
  const { pool } = k.counted
  const from = k.counted.start[literal]
  const end = from + k.counted.length[literal]
  for (let i = from; i < end; i++) trueCount[pool[i]]++
  k.ticks += end - from
}

function followCardinalities(k: Kernel, literal: number): boolean {
  const { pool } = k.counted
  const from = k.counted.start[literal]
  const end = from + k.counted.length[literal]
  for (let i = from; i < end; i++) {
    const c = pool[i]
    if (k.trueCount[c] >= k.bound[c] && !enforce(k, c, literal)) return false
  }
  return true
}

function followGuards(k: Kernel, literal: number): boolean {
  const { pool } = k.guarded
  const from = k.guarded.start[literal]
  const end = from + k.guarded.length[literal]
  for (let i = from; i < end; i++) {
    const c = pool[i]
    if (k.trueCount[c] >= k.bound[c] && !enforce(k, c, literal)) return false
  }
  return true
}

/** Draws the consequences of a cardinality that is full or beyond; `last` is the literal that made it so. */
function enforce(k: Kernel, c: number, last: number): boolean {
  const guard = k.guard[c]
  const bound = k.bound[c]
  const guardTruth = guard < 0 ? 1 : k.value[guard]
  if (guardTruth < 0) return true
  if (k.trueCount[c] > bound) {
    if (guardTruth > 0) return overfull(k, c, last)
    put(k, guard ^ 1, (c << 2) | BY_CARDINALITY)
    return true
  }
  if (guardTruth === 0) return true
  const { member, value } = k
  const end = k.memberStart[c + 1]
  const reason = bound === 1 && guard < 0 ? (last << 2) | BY_LITERAL : (c << 2) | BY_CARDINALITY
  for (let i = k.memberStart[c]; i < end; i++) if (value[member[i]] === 0) put(k, member[i] ^ 1, reason)
  k.ticks += 2 + ((end - k.memberStart[c]) >> 3)
  return true
}

function put(k: Kernel, literal: number, reason: number): void {
  const v = literal >> 1
  k.value[literal] = 1
  k.value[literal ^ 1] = -1
  k.level[v] = k.levelCount
  k.reason[v] = k.levelCount === 0 ? 0 : reason
  k.place[v] = k.trailLength
  k.trail[k.trailLength++] = literal
}

/** A conflict: the guard and bound + 1 true literals, among them the last one. */
function overfull(k: Kernel, c: number, last: number): false {
  const end = k.memberStart[c + 1]
  const needed = k.bound[c] + 1
  if (needed + 1 > k.conflict.length) k.conflict = grown(k.conflict, 2 * needed + 2)
  let n = 0
  if (k.guard[c] >= 0) k.conflict[n++] = k.guard[c]
  let taken = 0
  if (last !== k.guard[c]) {
    k.conflict[n++] = last
    taken++
  }
  for (let i = k.memberStart[c]; i < end && taken < needed; i++) {
    const literal = k.member[i]
    if (literal === last || k.value[literal] !== 1 || k.place[literal >> 1] >= k.head) continue
    k.conflict[n++] = literal
    taken++
  }
  k.conflictLength = n
  return false
}

function followClauses(k: Kernel, literal: number): boolean {
  const { arena, value, level, reason, place, trail, watches } = k
  const { start, length, room } = watches
  let pool = watches.pool
  const depth = k.levelCount | 0
  const falsified = literal ^ 1
  const from = start[literal] | 0
  const end = (from + length[literal]) | 0
  let trailLength = k.trailLength | 0
  let ticks = 1 + ((end - from) >> 3)
  let read = from
  let write = from
  while (read < end) {
    const address = pool[read]
    const blocker = pool[read + 1]
    read += 2
    if (value[blocker] > 0) {
      pool[write] = address
      pool[write + 1] = blocker
      write += 2
      continue
    }
    ticks++
    const base = (address + CLAUSE_HEADER) | 0
    const other = arena[base] ^ arena[base + 1] ^ falsified
    if (other !== blocker && value[other] > 0) {
      pool[write] = address
      pool[write + 1] = other
      write += 2
      continue
    }
    const last = (base + arena[address]) | 0
    let i = (base + 2) | 0
    while (i < last && value[arena[i]] < 0) i++
    if (i < last) {
      const replacement = arena[i]
      arena[i] = falsified
      arena[base] = other
      arena[base + 1] = replacement
      const list = replacement ^ 1
      if (length[list] + 2 > room[list]) {
        moveList(watches, list)
        pool = watches.pool
      }
      const at = start[list] + length[list]
      pool[at] = address
      pool[at + 1] = other
      length[list] += 2
      continue
    }
    pool[write] = address
    pool[write + 1] = other
    write += 2
    if (value[other] < 0) {
      while (read < end) pool[write++] = pool[read++]
      length[literal] = write - from
      const size = last - base
      if (size > k.conflict.length) k.conflict = grown(k.conflict, 2 * size)
      for (let j = 0; j < size; j++) k.conflict[j] = arena[base + j] ^ 1
      k.conflictLength = size
      if (arena[address + 1] > 0) arena[address + 2] = 2
      k.trailLength = trailLength
      k.ticks += ticks
      return false
    }
    arena[base] = other
    arena[base + 1] = falsified
    const v = other >> 1
    value[other] = 1
    value[other ^ 1] = -1
    level[v] = depth
    reason[v] = depth === 0 ? 0 : (address << 2) | BY_CLAUSE
    place[v] = trailLength
    trail[trailLength++] = other
  }
  length[literal] = write - from
  k.trailLength = trailLength
  k.ticks += ticks
  return true
}
