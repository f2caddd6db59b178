import type { Measure } from './measure.ts'
import { type Finding, isBroken } from './race.ts'
import { isUnsteady, type Spread } from './statistics.ts'

export type Measured = {
  readonly measure: Measure
  readonly findings: readonly Finding[]
  readonly seconds: number
  readonly load: readonly [before: number, after: number]
}

export const headers = ['What', 'Median', 'Floor', 'Its median', 'Times the floor', 'Notes'] as const

/** A finding as cells of text, for the screen and for the page alike. */
export function rowOf(finding: Finding): string[] {
  const { what, time, floor, ratio, limit } = finding
  const mark = isDisturbed(finding) ? ' †' : ''
  const promise = limit === undefined ? '' : `${isBroken(finding) ? 'BEYOND' : 'within'} the promised ${limit}`
  return [
    what,
    withQuarters(time, milliseconds),
    floor?.what ?? '',
    floor ? milliseconds(floor.time.median) : '',
    ratio ? withQuarters(ratio, (value) => digits(value)) + mark : mark.trim(),
    [promise, finding.note].filter(Boolean).join('; '),
  ]
}

/** Something else ran meanwhile: the ratio, or a time without one, moved too much from one pass to the next. */
export function isDisturbed({ time, ratio }: Finding): boolean {
  return isUnsteady(ratio ?? time)
}

function withQuarters({ low, median, high }: Spread, format: (value: number) => string): string {
  return `${format(median)} (${format(low)} – ${format(high)})`
}

function milliseconds(value: number): string {
  return value >= 1000 ? `${digits(value / 1000)} s` : `${digits(value)} ms`
}

/** Three figures that mean something, never an exponent. */
function digits(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(value >= 1 ? 3 : 2)
}

/** Columns aligned for a terminal. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = headers.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function markdownTable(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(headers), `| --- | ---: | --- | ---: | ---: | --- |`, ...rows.map(line)].join('\n')
}
