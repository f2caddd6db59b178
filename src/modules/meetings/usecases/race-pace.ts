import type { RaceTerms } from './race-terms.ts'

/** From this round on all rounds are of the same work (`workOfRound`), and code that is new to the machine has warmed up. */
const STEADY = 20
/** Rounds to look at before the pace is known. */
const LOOK = 8

/**
 * How many rounds a race has still before it. Where rounds decide, that is a matter of counting, and the clock is not asked: the same terms
 * shall give the same plan. Where time decides, it is told from the pace of the rounds so far, and Infinity while that is not known.
 */
export function createPace({ rounds, deadlineMs }: Pick<RaceTerms, 'rounds' | 'deadlineMs'>, now = () => performance.now()) {
  let steadySince: number | null = null
  return (finished: number): number => {
    if (rounds !== Infinity || deadlineMs === Infinity) return rounds - finished
    if (finished < STEADY) return Infinity
    steadySince ??= now()
    if (finished < STEADY + LOOK) return Infinity
    const msPerRound = (now() - steadySince) / (finished - STEADY)
    return Math.max(0, deadlineMs - now()) / msPerRound
  }
}
