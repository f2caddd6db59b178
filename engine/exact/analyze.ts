/**
 * What a conflict teaches: a clause with a single literal of the conflict's level, its first unique implication point
 * (Zhang et al., DOI 10.1109/ICCAD.2001.968634), without the literals that the others imply (Sörensson and Biere,
 * DOI 10.1007/978-3-642-02777-2_23).
 */
import { explain } from './explain.ts'
import type { Kernel } from './kernel.ts'
import { bumpVariable } from './order.ts'

/** Marks of a variable during the analysis. */
const MET = 1
const IMPLIED = 2
const NOT_IMPLIED = 3

/**
 * Reads `k.conflict` and leaves the learned clause in `k.clause`, asserted literal first, highest other level second.
 * @returns the level to return to
 */
export function analyze(k: Kernel): number {
  const { seen, level, trail } = k
  let open = 0
  let index = k.trailLength - 1
  k.clauseLength = 1
  for (let i = 0; i < k.conflictLength; i++) open += meet(k, k.conflict[i])
  let pivot = 0
  for (;;) {
    while (seen[trail[index] >> 1] === 0 || level[trail[index] >> 1] < k.levelCount) index--
    pivot = trail[index--]
    if (--open === 0) break
    const end = explain(k, pivot, 0)
    for (let i = 0; i < end; i++) open += meet(k, k.stack[i])
  }
  k.clause[0] = pivot ^ 1
  // Every variable met stays marked until the end; those of the conflict's level are unmarked along the trail.
  for (let i = k.trailLength - 1; i > index; i--) seen[trail[i] >> 1] = 0
  seen[pivot >> 1] = MET
  shorten(k)
  return secondLevelFirst(k)
}

/** @returns 1 when the literal is of the conflict's level and was not met before. */
function meet(k: Kernel, literal: number): number {
  const v = literal >> 1
  if (k.seen[v] !== 0 || k.level[v] === 0) return 0
  k.seen[v] = MET
  bumpVariable(k, v)
  if (k.level[v] === k.levelCount) return 1
  if (k.level[v] <= k.folded) fold(k, v)
  else k.clause[k.clauseLength++] = literal ^ 1
  return 0
}

/**
 * With a single assumption, a hundred literals may follow from it; it replaces them all in the clause. Otherwise clauses grew
 * to a hundred literals where twenty do.
 */
function fold(k: Kernel, v: number): void {
  const root = k.trail[k.levelStart[0]]
  k.seen[v] = 0
  if (k.seen[root >> 1] === 0) k.clause[k.clauseLength++] = root ^ 1
  k.seen[root >> 1] = MET
}

/** Drops the literals implied by the others. */
function shorten(k: Kernel): void {
  const { clause, seen } = k
  const length = k.clauseLength
  let kept = 1
  let levels = 0
  for (let i = 1; i < length; i++) levels |= 1 << (k.level[clause[i] >> 1] & 31)
  // The conflict is no longer needed: its place notes the variables marked on the way.
  k.conflictLength = 0
  for (let i = 1; i < length; i++) {
    const literal = clause[i] ^ 1
    if (k.reason[literal >> 1] !== 0 && isImplied(k, literal, levels, 0, 0)) {
      noteMark(k, literal >> 1)
    } else clause[kept++] = clause[i]
  }
  k.clauseLength = kept
  for (let i = 0; i < kept; i++) seen[clause[i] >> 1] = 0
  for (let i = 0; i < k.conflictLength; i++) seen[k.conflict[i]] = 0
  k.conflictLength = 0
  k.ticks += length
}

function noteMark(k: Kernel, v: number): void {
  if (k.conflictLength === k.conflict.length) {
    const wider = new Int32Array(2 * k.conflict.length)
    wider.set(k.conflict)
    k.conflict = wider
  }
  k.conflict[k.conflictLength++] = v
}

/** Whether the first decision is in the clause and the variable follows from it. */
function followsFromFold(k: Kernel, v: number): boolean {
  return k.level[v] <= k.folded && k.seen[k.trail[k.levelStart[0]] >> 1] === MET
}

/** Whether a true literal follows from the marked ones and the root, looking at most 60 implications deep. */
function isImplied(k: Kernel, literal: number, levels: number, at: number, depth: number): boolean {
  const { seen, level } = k
  const end = explain(k, literal, at)
  k.ticks++
  for (let i = at; i < end; i++) {
    const other = k.stack[i]
    const v = other >> 1
    const mark = seen[v]
    if (level[v] === 0 || mark === MET || mark === IMPLIED || followsFromFold(k, v)) continue
    if (mark === NOT_IMPLIED || k.reason[v] === 0 || depth === 60 || ((levels >> (level[v] & 31)) & 1) === 0) return false
    const implied = isImplied(k, other, levels, end, depth + 1)
    seen[v] = implied ? IMPLIED : NOT_IMPLIED
    noteMark(k, v)
    if (!implied) return false
  }
  return true
}

function secondLevelFirst(k: Kernel): number {
  const { clause, level } = k
  if (k.clauseLength === 1) return 0
  let highest = 1
  for (let i = 2; i < k.clauseLength; i++) if (level[clause[i] >> 1] > level[clause[highest] >> 1]) highest = i
  const swapped = clause[1]
  clause[1] = clause[highest]
  clause[highest] = swapped
  return level[clause[1] >> 1]
}

/**
 * The glue of the learned clause (Audemard and Simon, IJCAI 2009): how many levels its literals come from; the levels of
 * the assumptions, all opened in a row, count as one.
 */
export function glueOf(k: Kernel, assumptionCount: number): number {
  const { clause, level, levelStamp } = k
  const stamp = ++k.stamp
  let glue = 0
  for (let i = 0; i < k.clauseLength; i++) {
    const at = Math.max(level[clause[i] >> 1], assumptionCount)
    if (levelStamp[at] === stamp) continue
    levelStamp[at] = stamp
    glue++
  }
  return glue
}

/** @returns the assumptions (decided literals) that together make `literal`, which is true, so. */
export function assumptionsBehind(k: Kernel, literal: number): number[] {
  const { seen, trail, level, reason } = k
  if (level[literal >> 1] === 0) return []
  const behind: number[] = []
  seen[literal >> 1] = MET
  for (let i = k.place[literal >> 1]; i >= k.levelStart[0]; i--) {
    const v = trail[i] >> 1
    if (seen[v] === 0) continue
    seen[v] = 0
    if (reason[v] === 0) {
      behind.push(trail[i])
      continue
    }
    const end = explain(k, trail[i], 0)
    for (let j = 0; j < end; j++) if (level[k.stack[j] >> 1] > 0) seen[k.stack[j] >> 1] = MET
  }
  return behind
}
