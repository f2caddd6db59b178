import { WAIT_PRICE } from './prices.ts'

/** One cooling: from hot to cold in a given number of proposals, at equal ratios. Temperatures are in breaks. */
export type Cooling = {
  readonly hot: number
  readonly cold: number
  readonly proposals: number
  readonly spent: number
  /** It is to take all that is left, and stretches and shrinks as that becomes known better. */
  readonly isLast: boolean
}

const HOT = 0.34
const COLD = 0.16

/** The first cooling is short: it is there to have a plan at once. */
export function firstCooling(meetingCount: number): Cooling {
  return { hot: HOT, cold: COLD, proposals: 1000 * meetingCount, spent: 0, isLast: false }
}

/** Once there is no time for so many times the next cooling, it is the last one, and takes all there is. */
const ENOUGH = 4
/** Of what is left, the share the last cooling counts on: the guess may be too high, and the best plans come at its cold end. */
const CERTAIN = 0.96

/**
 * Each cooling is twice as long as the one before, so that the last one always had a good share of the time.
 * @param ahead proposals there is time for; Infinity when nobody knows
 */
export function nextCooling({ proposals }: Cooling, ahead: number): Cooling {
  const next = { hot: HOT, cold: COLD, proposals: 2 * proposals, spent: 0, isLast: false }
  return ahead < ENOUGH * next.proposals ? lastCooling({ ...next, isLast: true }, ahead) : next
}

/** @returns the last cooling, made to fit what is left now. */
export function lastCooling(cooling: Cooling, ahead: number): Cooling {
  return ahead === Infinity ? cooling : { ...cooling, proposals: cooling.spent + Math.ceil(Math.max(1, CERTAIN * ahead)) }
}

/**
 * While there is no plan, coolings stay short, and are so many times as hot in turn: where orders and full slots leave few plans,
 * they come at 1.4 to 2 times; much hotter ones take meetings out again.
 */
const HEATS: readonly number[] = [2, 1.4, 1.4, 2, 1.4, 8]

/** @param round the coolings before it, one at least */
export function hotterCooling({ proposals }: Cooling, round: number): Cooling {
  const heat = HEATS[(round - 1) % HEATS.length]
  return { hot: HOT * heat, cold: COLD * heat, proposals: Math.ceil(1.05 * proposals), spent: 0, isLast: false }
}

export function cooledBy(cooling: Cooling, proposals: number): Cooling {
  return { ...cooling, spent: cooling.spent + proposals }
}

/** 0.16 / 0.34 is reached in so many equal ratios. */
const STEPS = 64
const STEP_RATIO = 0.98829

/** @returns the temperature now, or 0 once cooled down. */
export function temperatureOf({ hot, cold, proposals, spent }: Cooling): number {
  if (spent >= proposals) return 0
  let temperature = hot
  for (let i = Math.floor((STEPS * spent) / proposals); i > 0; i--) temperature *= STEP_RATIO
  return Math.max(cold, temperature)
}

/**
 * Of a meeting too many in a slot, when hot and when cold: at the end it must cost more than the break and the wait it may save. From
 * 2 to 14, the plan is built with slots far too full, and squeezed too late: 201 breaks on big-1000-loose where 8 to 12 gives 182.
 */
const LENIENT = 8
const STRICT = 12

/** @returns the price of a meeting too many, in the unit of the search */
export function excessPriceOf({ proposals, spent }: Cooling): number {
  return Math.min(STRICT, LENIENT + Math.round((1.1 * (STRICT - LENIENT) * spent) / proposals))
}

/** The share of a cooling over which the price of waiting rises, and from what. */
const RISE = 0.4
const CHEAP_WAIT = 1

/**
 * Cheap at first, while it is decided who meets early and who late, which people with a wide gap have to cross; dear before breaks freeze.
 * @returns the price of an idle slot, in the unit of the search
 */
export function waitPriceOf({ proposals, spent }: Cooling): number {
  return Math.min(WAIT_PRICE, CHEAP_WAIT + Math.round(((WAIT_PRICE - CHEAP_WAIT) * spent) / (RISE * proposals)))
}
