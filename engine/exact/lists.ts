/**
 * Growing lists of integers, one per literal, side by side in one pool: list i is pool[start[i]] .. pool[start[i] + length[i] - 1].
 * A list that outgrows its room moves to the end of the pool; `packLists` takes the holes out.
 */
export type Lists = {
  start: Int32Array
  length: Int32Array
  room: Int32Array
  pool: Int32Array
  end: number
}

/** @returns lists for no literal yet. */
export function emptyLists(): Lists {
  return {
    start: new Int32Array(0),
    length: new Int32Array(0),
    room: new Int32Array(0),
    pool: new Int32Array(1 << 10),
    end: 0,
  }
}

/** Makes place for the lists 0 .. count − 1. */
export function ensureLists(lists: Lists, count: number): void {
  if (lists.start.length >= count) return
  lists.start = widened(lists.start, count)
  lists.length = widened(lists.length, count)
  lists.room = widened(lists.room, count)
}

/** Adds a number to list i. */
export function pushOne(lists: Lists, i: number, a: number): void {
  if (lists.length[i] + 1 > lists.room[i]) moveList(lists, i)
  lists.pool[lists.start[i] + lists.length[i]++] = a
}

/** Adds two numbers to list i. */
export function pushTwo(lists: Lists, i: number, a: number, b: number): void {
  if (lists.length[i] + 2 > lists.room[i]) moveList(lists, i)
  const at = lists.start[i] + lists.length[i]
  lists.pool[at] = a
  lists.pool[at + 1] = b
  lists.length[i] += 2
}

/** Gives list i twice its room at the end of the pool; the pool itself may be replaced. */
export function moveList(lists: Lists, i: number): void {
  const room = Math.max(8, 2 * lists.room[i])
  if (lists.end + room > lists.pool.length) lists.pool = widened(lists.pool, Math.max(2 * lists.pool.length, lists.end + room))
  lists.pool.copyWithin(lists.end, lists.start[i], lists.start[i] + lists.length[i])
  lists.start[i] = lists.end
  lists.room[i] = room
  lists.end += room
}

/** Brings the lists together again, each with a little room, when more than half of the pool is holes. */
export function packLists(lists: Lists): void {
  let needed = 0
  for (let i = 0; i < lists.start.length; i++) needed += lists.length[i] + (lists.length[i] >> 2)
  if (2 * needed > lists.end) return
  const pool = new Int32Array(needed + (needed >> 1) + 64)
  let end = 0
  for (let i = 0; i < lists.start.length; i++) {
    const length = lists.length[i]
    pool.set(lists.pool.subarray(lists.start[i], lists.start[i] + length), end)
    lists.start[i] = end
    lists.room[i] = length + (length >> 2)
    end += lists.room[i]
  }
  lists.pool = pool
  lists.end = end
}

function widened(array: Int32Array, length: number): Int32Array {
  const wider = new Int32Array(length)
  wider.set(array)
  return wider
}
