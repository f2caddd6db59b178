/** In order of preference when a text leaves the choice open; French spreadsheets write the first. */
export const delimiters = [';', '\t', ',', '|'] as const
export type Delimiter = (typeof delimiters)[number]

const sampleCharacters = 64_000

/**
 * The separator of a CSV or pasted text: the one that cuts the largest share of lines into the same
 * number of cells, more than one. Separators inside quotes do not count.
 */
export function sniffDelimiter(text: string): Delimiter {
  const announced = /^sep=(.)(?:\r?\n|$)/.exec(text)?.[1]
  const known = delimiters.find((delimiter) => delimiter === announced)
  if (known) return known
  const lines = linesOutsideQuotes(text.slice(0, sampleCharacters))
  const marks = delimiters.map((delimiter) => regularity(lines, delimiter)).filter((mark) => mark.width > 1)
  marks.sort((a, b) => b.share - a.share || b.width - a.width)
  return marks[0]?.delimiter ?? ';'
}

/** The most frequent number of cells, and the share of lines that have it. */
function regularity(lines: readonly string[], delimiter: Delimiter): { delimiter: Delimiter; width: number; share: number } {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const width = line.split(delimiter).length
    counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  const [width = 1, times = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return { delimiter, width, share: times / Math.max(lines.length, 1) }
}

/** Lines that are not blank, with quoted parts taken out. The last one may have been cut: it is left out when there are others. */
function linesOutsideQuotes(sample: string): string[] {
  const lines = sample
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
  return sample.length === sampleCharacters && lines.length > 1 ? lines.slice(0, -1) : lines
}
