import type { Measure } from './measure.ts'
import { bestNativeSecondsToProof, rivals } from './rivals.ts'
import type { SetName } from './words.ts'

const columns = [
  'Instance',
  'Status',
  'Breaks',
  'Bound',
  'Gap',
  'Known',
  'First plan',
  'Best plan',
  'End',
  'CPU',
  'Memory',
  'Judge',
] as const

/** A line of the table, padded so that it reads on a terminal and as Markdown. */
export function row(cells: readonly string[]): string {
  return `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(28) : cell.padStart(columns[i]?.length ?? 0))).join(' | ')} |`
}

export function heading(): string[] {
  return [row([...columns]), row(columns.map((name, i) => (i === 0 ? '-'.repeat(28) : `${'-'.repeat(Math.max(2, name.length - 1))}:`)))]
}

export function cellsOf(measured: Measure): string[] {
  const { name, status, objective, bound, firstSeconds, bestSeconds, totalSeconds, processorSeconds, megabytes, isJudgedRight } = measured
  return [
    name,
    status,
    objective === null ? '–' : String(objective),
    bound === null ? '–' : String(bound),
    objective === null || bound === null ? '–' : String(objective - bound),
    knownOf(measured),
    secondsText(firstSeconds),
    secondsText(bestSeconds),
    secondsText(totalSeconds),
    secondsText(processorSeconds),
    `${megabytes.toFixed(0)} MB`,
    isJudgedRight === null ? '–' : isJudgedRight ? 'right' : 'WRONG',
  ]
}

function knownOf({ name, optimum }: Measure): string {
  if (optimum !== null) return optimum === 'infeasible' ? 'none' : String(optimum)
  const rival = rivals[name]
  return rival ? `${rival.bound}–${rival.best}` : '–'
}

function secondsText(seconds: number | null): string {
  return seconds === null ? '–' : `${seconds.toFixed(2)} s`
}

/** Whether what was found contradicts what is known: a wrong plan, a wrong status, a proof of something else. */
export function isWrong({ status, objective, bound, optimum, isJudgedRight }: Measure): boolean {
  if (isJudgedRight === false) return true
  if (optimum === null) return false
  if (optimum === 'infeasible') return status !== 'infeasible' && objective !== null
  return status === 'infeasible' || (objective !== null && objective < optimum) || (bound !== null && bound > optimum)
}

/** What a whole set says: how many are settled, how fast, and what is wrong. */
export function summary(set: SetName, measures: readonly Measure[]): string[] {
  const settled = measures.filter(({ status }) => status === 'optimal' || status === 'infeasible')
  const wrong = measures.filter(isWrong)
  const mean = geometricMean(settled.map(({ totalSeconds }) => totalSeconds))
  const processor = geometricMean(settled.map(({ processorSeconds }) => processorSeconds))
  const slowest = settled.toSorted((a, b) => b.totalSeconds - a.totalSeconds)[0]
  return [
    `${set}: ${settled.length} of ${measures.length} settled, ${wrong.length} wrong${wrong.length > 0 ? ` (${wrong.map(({ name }) => name).join(', ')})` : ''}.`,
    ...(slowest
      ? [
          `Seconds to proof, process start included: geometric mean ${mean.toFixed(2)} (${processor.toFixed(2)} of processor), slowest ${slowest.totalSeconds.toFixed(1)} (${slowest.name}).`,
        ]
      : []),
    ...(set === 'published' ? [`Best native solver, on all variants: geometric mean ${bestNativeSecondsToProof}.`] : []),
  ]
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / Math.max(1, values.length))
}
