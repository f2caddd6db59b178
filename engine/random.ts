/**
 * Chance from a seed: sfc32 (C. Doty-Humphrey, PractRand), 128 bits of state, integers only, hence the same sequence on
 * every machine.
 */
export type Random = { readonly state: Int32Array }

/** @param seed any integer; neighbouring seeds give unrelated sequences. */
export function randomFrom(seed: number): Random {
  const state = new Int32Array([seed | 0, (seed / 0x1_0000_0000) | 0, 0x9e37_79b9, 1])
  const random = { state }
  for (let i = 0; i < 16; i++) next32(state)
  return random
}

/** @returns 32 fresh bits, as a signed integer. */
export function next32(state: Int32Array): number {
  const a = state[0]
  const b = state[1]
  const c = state[2]
  const counter = state[3]
  const sum = (((a + b) | 0) + counter) | 0
  state[0] = b ^ (b >>> 9)
  state[1] = (c + (c << 3)) | 0
  state[2] = (((c << 21) | (c >>> 11)) + sum) | 0
  state[3] = (counter + 1) | 0
  return sum
}

/** @returns an integer in 0 .. bound − 1; `bound` from 1 to 2³⁰. The bias, below bound / 2³², is of no consequence here. */
export function below(state: Int32Array, bound: number): number {
  return Math.floor(((next32(state) >>> 0) / 0x1_0000_0000) * bound)
}
