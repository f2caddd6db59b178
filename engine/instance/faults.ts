/** What is wrong with a document, each fault with the path of its field: `meetings[12].b: "P99" is not a participant`. */
export type Faults = {
  readonly add: (path: string, sentence: string) => void
  /** How many were found, told or not. */
  readonly count: () => number
  /** The first ones, and how many more there are. */
  readonly list: () => readonly string[]
}

/** Faults told at most: enough to see what went wrong, few enough to read. */
export const faultsTold = 20

export function collectFaults(): Faults {
  const told: string[] = []
  let count = 0
  return {
    add(path, sentence) {
      count += 1
      if (told.length < faultsTold) told.push(`${path}: ${sentence}`)
    },
    count: () => count,
    list: () => (count > told.length ? [...told, `and ${count - told.length} more`] : [...told]),
  }
}

/** A value of a JSON document as a sentence quotes it: short, on one line. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 40 ? `${text.slice(0, 37)}…` : text
}
