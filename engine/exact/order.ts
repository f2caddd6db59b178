/** The order of decisions: a binary heap of variables by activity (Moskewicz et al., DOI 10.1145/378239.379017). */
import { below, randomFrom } from '../random.ts'
import type { Kernel } from './kernel.ts'

/** Puts a variable that is not in the heap into it, unless it follows from others. */
export function heapInsert(k: Kernel, v: number): void {
  if (k.follows[v] === 1) return
  siftUp(k.heap, k.heapIndex, k.activity, k.heapSize++, v)
}

/** Takes the most active variable out. @returns it, or −1 when the heap is empty. */
export function heapTop(k: Kernel): number {
  if (k.heapSize === 0) return -1
  const { heap, heapIndex } = k
  const top = heap[0]
  heapIndex[top] = -1
  const last = heap[--k.heapSize]
  if (k.heapSize > 0) siftDown(heap, heapIndex, k.activity, k.heapSize, 0, last)
  return top
}

/** Raises the activity of a variable that took part in a conflict. */
export function bumpVariable(k: Kernel, v: number): void {
  k.activity[v] += k.bump
  if (k.activity[v] > 1e100) scaleDown(k)
  if (k.heapIndex[v] >= 0) siftUp(k.heap, k.heapIndex, k.activity, k.heapIndex[v], v)
}

function scaleDown(k: Kernel): void {
  for (let v = 0; v < k.variableCount; v++) k.activity[v] *= 1e-100
  k.bump *= 1e-100
}

function siftUp(heap: Int32Array, heapIndex: Int32Array, activity: Float64Array, at: number, v: number): void {
  const mine = activity[v]
  let i = at
  while (i > 0) {
    const parent = (i - 1) >> 1
    const other = heap[parent]
    if (activity[other] >= mine) break
    heap[i] = other
    heapIndex[other] = i
    i = parent
  }
  heap[i] = v
  heapIndex[v] = i
}

function siftDown(heap: Int32Array, heapIndex: Int32Array, activity: Float64Array, size: number, at: number, v: number): void {
  const mine = activity[v]
  let i = at
  for (;;) {
    let child = 2 * i + 1
    if (child >= size) break
    if (child + 1 < size && activity[heap[child + 1]] > activity[heap[child]]) child++
    const other = heap[child]
    if (activity[other] <= mine) break
    heap[i] = other
    heapIndex[other] = i
    i = child
  }
  heap[i] = v
  heapIndex[v] = i
}

/** Leaves every other variable of now out of decisions: each follows, as far as it matters, from the values of these literals. */
export function decideOnly(k: Kernel, literals: Iterable<number>): void {
  k.follows.fill(1, 0, k.variableCount)
  for (const literal of literals) k.follows[literal >> 1] = 0
  fillHeap(k)
}

/** A little activity by lot: another seed, another search. */
export function shuffle(k: Kernel, seed: number): void {
  const { state } = randomFrom(seed)
  for (let v = 0; v < k.variableCount; v++) k.activity[v] = below(state, 1 << 20) * 1e-8
  fillHeap(k)
}

function fillHeap(k: Kernel): void {
  k.heapSize = 0
  k.heapIndex.fill(-1)
  for (let v = 0; v < k.variableCount; v++) heapInsert(k, v)
}
