/** One cooling: from hot to cold in a given number of proposals, at equal ratios. Temperatures are in breaks. */
export type Cooling = { readonly hot: number; readonly cold: number; readonly proposals: number; readonly spent: number }

/** The first cooling is short: it is there to have a plan at once. */
export function firstCooling(meetingCount: number): Cooling {
  return { hot: 0.3, cold: 0.1, proposals: 1000 * meetingCount, spent: 0 }
}

/** Each cooling is twice as long as the one before, so that the last one always had a good share of the time. */
export function nextCooling(cooling: Cooling): Cooling {
  return { ...cooling, proposals: 2 * cooling.proposals, spent: 0 }
}

export function cooledBy(cooling: Cooling, proposals: number): Cooling {
  return { ...cooling, spent: cooling.spent + proposals }
}

/** A cooling divides its temperature by three, in equal ratios. */
const STEPS = 64
const STEP_RATIO = 0.983

/** @returns the temperature now, or 0 once cooled down. */
export function temperatureOf({ hot, cold, proposals, spent }: Cooling): number {
  if (spent >= proposals) return 0
  let temperature = hot
  for (let i = Math.floor((STEPS * spent) / proposals); i > 0; i--) temperature *= STEP_RATIO
  return Math.max(cold, temperature)
}
