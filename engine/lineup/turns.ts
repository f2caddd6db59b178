import type { News } from '../race/seat.ts'

/** From this round on a problem whose plan and bound are far apart is a hard one; whatever is not settled until the other is hard too. */
const FAR_APART_IS_HARD = 22
const OPEN_IS_HARD = 100
/** Breaks between plan and bound up to which proofs alone have the first word, and beyond which searches gain more than descents would. */
const NEAR = 4
const FAR = 10
/** Rounds of which the prover plays each one at first. */
const PROVER_FIRST = 120
/** Rounds of a bout of descents, and of the first rest after one. */
const BOUT = 60
/** Where plan and bound are nearly one, proofs keep one round in so many. */
const PROOFS_ONE_IN = 5

/**
 * Whether descents have their bout. They sleep until the problem has proven hard. Where plan and bound are nearly one they then share the
 * rounds with proofs, and may need all there are. Elsewhere a bout lasts while the last better plan was theirs: then all others are stuck;
 * one that brought nothing is followed by a rest, each twice as long as the one before.
 */
export function isBout(round: number, news: News): boolean {
  if (isNearlySettled(news)) return round >= OPEN_IS_HARD && round % PROOFS_ONE_IN !== 0
  if (round < FAR_APART_IS_HARD || gapOf(news) > FAR) return false
  const theirs = news.lastGain.get('descents')
  if (theirs !== undefined && theirs === Math.max(...news.lastGain.values())) return true
  let into = round - Math.max(FAR_APART_IS_HARD, theirs ?? 0)
  for (let rest = BOUT; into >= BOUT; rest *= 2) {
    into -= BOUT + rest
    if (into < 0) return false
  }
  return true
}

/**
 * Which of the prover and the only search plays every round while the other one is modest: the prover at first, which may also show that
 * there is no plan, and near the end.
 */
export function isProversTurn(round: number, news: News): boolean {
  const isSearchers = news.best !== null && gapOf(news) > FAR
  return round < (isSearchers ? FAR_APART_IS_HARD : PROVER_FIRST) || isNearlySettled(news)
}

/** Plan and bound are so close that it takes proofs, of one more or of there being a better plan: searches end above it. */
function isNearlySettled(news: News): boolean {
  return gapOf(news) <= NEAR
}

function gapOf({ best, bound }: News): number {
  return best === null || bound === null ? Infinity : best.levels[0] - bound[0]
}
