/** Some four seconds of looks: a code is gone once so many in a row were without it. Looks, not a clock: a slow device looks less often. */
export const looksUntilGone = 20

/** The codes that were read and are still there, with how many looks were without each since. */
export type Sight = ReadonlyMap<string, number>
export const nothingInSight: Sight = new Map()

/**
 * What a look at the codes of an image changes. A code stays before the camera while the next person steps up: it is one reading until another comes
 * in its place, or it was gone for a while.
 * @returns `read`: the codes that are new; `isSame`: only codes that were read already are there
 */
export function afterLook(
  sight: Sight,
  codes: readonly string[],
): { readonly sight: Sight; readonly read: readonly string[]; readonly isSame: boolean } {
  const seen = new Set(codes)
  const read = [...seen].filter((code) => !sight.has(code))
  const isStillThere = (code: string, away: number) => seen.has(code) || (read.length === 0 && away + 1 < looksUntilGone)
  const still = [...sight].filter(([code, away]) => isStillThere(code, away))
  return {
    sight: new Map([
      ...still.map(([code, away]) => [code, seen.has(code) ? 0 : away + 1] as const),
      ...read.map((code) => [code, 0] as const),
    ]),
    read,
    isSame: seen.size > 0 && read.length === 0,
  }
}
