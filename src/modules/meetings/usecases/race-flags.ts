/** What threads tell each other while a round is on: whether to stop at once, and the first seat that has settled the problem. */
export type Flags = Int32Array

const STOP = 0
const SETTLED_BY = 1
const NOBODY = 2 ** 31 - 1

export function createFlags(): Flags {
  const flags = new Int32Array(new SharedArrayBuffer(8))
  newRound(flags)
  return flags
}

export function newRound(flags: Flags): void {
  Atomics.store(flags, SETTLED_BY, NOBODY)
}

export function stopAll(flags: Flags): void {
  Atomics.store(flags, STOP, 1)
}

/** Seats after this one need not go on: they are not heard any more. Those before it must, for the outcome not to depend on threads. */
export function settle(flags: Flags, seat: number): void {
  for (;;) {
    const known = Atomics.load(flags, SETTLED_BY)
    if (known <= seat || Atomics.compareExchange(flags, SETTLED_BY, known, seat) === known) return
  }
}

export function shouldStop(flags: Flags, seat: number): boolean {
  return Atomics.load(flags, STOP) === 1 || Atomics.load(flags, SETTLED_BY) < seat
}
