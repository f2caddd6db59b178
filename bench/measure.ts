import type { Ground } from './ground.ts'
import type { Finding } from './race.ts'

/** One file of bench/measures: what it measures, in words for docs/benchmarks.md, and how. */
export type Measure = {
  /** The order on the page. */
  readonly rank: number
  readonly title: string
  /** What is compared with what, and why. Markdown. */
  readonly reading: string
  run(ground: Ground): Promise<readonly Finding[]>
}
