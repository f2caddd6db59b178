/** A code stays before the camera while the next person steps up: it is one reading until it has been out of sight for so long. */
export const sameCodeMilliseconds = 4000

export type LastRead = { readonly code: string; readonly seenAt: number }

/** Whether what the camera sees is a new reading. @param seenAt milliseconds of one clock */
export function isNewReading(last: LastRead | null, code: string, seenAt: number): boolean {
  return last === null || last.code !== code || seenAt - last.seenAt > sameCodeMilliseconds
}
