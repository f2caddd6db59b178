import { assign, backtrack } from './assignment.ts'
import { BY_CLAUSE, BY_LITERAL, CLAUSE_HEADER, grown, type Kernel } from './kernel.ts'
import { packLists, pushOne, pushTwo } from './lists.ts'

/**
 * Adds the clause "at least one of the literals", at level 0. Literals already decided there are taken out first.
 * A contradiction makes the kernel inconsistent.
 */
export function addClause(k: Kernel, literals: readonly number[]): void {
  backtrack(k, 0)
  const kept: number[] = []
  for (const literal of literals) {
    if (k.value[literal] === 1 || kept.includes(literal ^ 1)) return
    if (k.value[literal] === 0 && !kept.includes(literal)) kept.push(literal)
  }
  if (kept.length === 0) k.consistent = false
  else if (kept.length === 1) assign(k, kept[0], 0)
  else if (kept.length === 2) addBinary(k, kept[0], kept[1])
  else {
    kept.forEach((literal, i) => (k.clause[i] = literal))
    attach(k, storeClause(k, kept.length, 0))
  }
}

/** Learns the clause in the scratch of the analysis, its asserted literal first and one of the highest other level second. */
export function learnClause(k: Kernel, glue: number): void {
  const first = k.clause[0]
  if (k.clauseLength === 1) assign(k, first, 0)
  else if (k.clauseLength === 2) {
    addBinary(k, first, k.clause[1])
    assign(k, first, ((k.clause[1] ^ 1) << 2) | BY_LITERAL)
  } else {
    const address = storeClause(k, k.clauseLength, Math.max(1, glue))
    attach(k, address)
    if (k.learnedCount === k.learned.length) k.learned = grown(k.learned, 2 * k.learned.length)
    k.learned[k.learnedCount++] = address
    assign(k, first, (address << 2) | BY_CLAUSE)
  }
}

function addBinary(k: Kernel, a: number, b: number): void {
  pushOne(k.implied, a ^ 1, b)
  pushOne(k.implied, b ^ 1, a)
}

/** Copies the scratch clause into the arena. @returns its address. */
function storeClause(k: Kernel, length: number, glue: number): number {
  const address = k.arenaEnd
  const end = address + CLAUSE_HEADER + length
  if (end > k.arena.length) k.arena = grown(k.arena, Math.max(2 * k.arena.length, end))
  k.arena[address] = length
  k.arena[address + 1] = glue
  k.arena[address + 2] = 2
  for (let i = 0; i < length; i++) k.arena[address + CLAUSE_HEADER + i] = k.clause[i]
  k.arenaEnd = end
  return address
}

/** Watches the first two literals of a clause. */
export function attach(k: Kernel, address: number): void {
  const a = k.arena[address + CLAUSE_HEADER]
  const b = k.arena[address + CLAUSE_HEADER + 1]
  pushTwo(k.watches, a ^ 1, address, b)
  pushTwo(k.watches, b ^ 1, address, a)
}

/**
 * Forgets about half of the learned clauses that are neither of low glue nor lately used, worst glue and size first
 * (tiers after Chanseok Oh, DOI 10.1007/978-3-319-24318-4_23), then packs the arena.
 */
export function forgetClauses(k: Kernel): void {
  const { arena } = k
  const candidates: number[] = []
  for (let i = 0; i < k.learnedCount; i++) {
    const address = k.learned[i]
    const glue = arena[address + 1]
    if (glue <= 2 || isReason(k, address)) continue
    if (arena[address + 2] > 0) {
      arena[address + 2]--
      if (glue <= 6) continue
      if (arena[address + 2] > 0) continue
    }
    candidates.push(address)
  }
  candidates.sort((a, b) => arena[b + 1] - arena[a + 1] || arena[b] - arena[a] || b - a)
  // A negative glue marks a clause to forget.
  for (let i = 0; i < candidates.length >> 1; i++) arena[candidates[i] + 1] = -1
  for (let i = 0; i < k.learnedCount; i++)
    if (arena[k.learned[i] + 1] > 0 && satisfiedForGood(k, k.learned[i])) arena[k.learned[i] + 1] = -1
  packArena(k)
}

function isReason(k: Kernel, address: number): boolean {
  const first = k.arena[address + CLAUSE_HEADER]
  return k.value[first] === 1 && k.reason[first >> 1] === ((address << 2) | BY_CLAUSE)
}

function satisfiedForGood(k: Kernel, address: number): boolean {
  const end = address + CLAUSE_HEADER + k.arena[address]
  for (let i = address + CLAUSE_HEADER; i < end; i++) {
    const literal = k.arena[i]
    if (k.value[literal] === 1 && k.level[literal >> 1] === 0) return !isReason(k, address)
  }
  return false
}

/** Drops the clauses marked with a negative glue, moves the others together and corrects watches and reasons. */
export function packArena(k: Kernel): void {
  const old = k.arena
  const packed = new Int32Array(old.length)
  let end = 1
  for (let address = 1; address < k.arenaEnd;) {
    const size = CLAUSE_HEADER + old[address]
    if (old[address + 1] < 0) old[address + 2] = 0
    else {
      packed.set(old.subarray(address, address + size), end)
      old[address + 2] = end
      end += size
    }
    address += size
  }
  let kept = 0
  for (let i = 0; i < k.learnedCount; i++) {
    const moved = old[k.learned[i] + 2]
    if (moved > 0) k.learned[kept++] = moved
  }
  k.learnedCount = kept
  for (let i = 0; i < k.trailLength; i++) {
    const v = k.trail[i] >> 1
    if ((k.reason[v] & 3) === BY_CLAUSE) k.reason[v] = (old[(k.reason[v] >> 2) + 2] << 2) | BY_CLAUSE
  }
  moveWatches(k, old)
  k.arena = packed
  k.arenaEnd = end
}

function moveWatches(k: Kernel, old: Int32Array): void {
  const { start, length, pool } = k.watches
  for (let literal = 0; literal < 2 * k.variableCount; literal++) {
    let to = start[literal]
    const end = to + length[literal]
    for (let from = to; from < end; from += 2) {
      const moved = old[pool[from] + 2]
      if (moved === 0) continue
      pool[to++] = moved
      pool[to++] = pool[from + 1]
    }
    length[literal] = to - start[literal]
  }
  packLists(k.watches)
}
