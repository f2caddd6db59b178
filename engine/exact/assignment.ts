import { heapInsert } from './order.ts'
import type { Kernel } from './kernel.ts'

/** Makes an open literal true at the present level. */
export function assign(k: Kernel, literal: number, reason: number): void {
  const v = literal >> 1
  k.value[literal] = 1
  k.value[literal ^ 1] = -1
  k.level[v] = k.levelCount
  k.reason[v] = k.levelCount === 0 ? 0 : reason
  k.place[v] = k.trailLength
  k.trail[k.trailLength++] = literal
}

/** Opens a level; what is assigned next belongs to it. */
export function openLevel(k: Kernel): void {
  k.levelStart[k.levelCount++] = k.trailLength
}

/** Takes back every level above `to`, remembering the values as phases. */
export function backtrack(k: Kernel, to: number): void {
  if (k.levelCount <= to) return
  const { trail, value, savedPhase, trueCount, heapIndex } = k
  const { start, length, pool } = k.counted
  const from = k.levelStart[to]
  for (let i = k.trailLength - 1; i >= from; i--) {
    const literal = trail[i]
    const v = literal >> 1
    value[literal] = 0
    value[literal ^ 1] = 0
    savedPhase[v] = 1 - 2 * (literal & 1)
    if (heapIndex[v] < 0) heapInsert(k, v)
    if (i < k.head) {
      const end = start[literal] + length[literal]
      for (let j = start[literal]; j < end; j++) trueCount[pool[j]]--
    }
  }
  k.trailLength = from
  k.levelCount = to
  if (k.head > from) k.head = from
  if (k.binaryHead > from) k.binaryHead = from
}
