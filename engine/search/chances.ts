/**
 * Fills the Metropolis chances of one temperature (Metropolis et al., 1953, doi:10.1063/1.1699114): chances[k] is the chance,
 * out of 2³², that a rise of k + 1 is accepted. Only sums, products and divisions are used, which every machine rounds alike.
 * @param temperature in the unit of the prices, > 0
 */
export function fillChances(chances: Uint32Array, temperature: number): void {
  const ratio = decay(1 / temperature)
  let chance = 0xffff_ffff
  for (let k = 0; k < chances.length; k++) {
    chance *= ratio
    chances[k] = Math.floor(chance)
  }
}

/** @returns e^(−x) for x ≥ 0, by its series after halving x until it is small. */
export function decay(x: number): number {
  if (x > 0.125) {
    const half = decay(x / 2)
    return half * half
  }
  return 1 - x * (1 - (x / 2) * (1 - (x / 3) * (1 - (x / 4) * (1 - (x / 5) * (1 - x / 6)))))
}
