/** What each fault of the plan in the making costs, in the unit of the search; a break costs `BREAK_PRICE`. */
export type Prices = { excess: number; unplaced: number; disorder: number; unfair: number }

/** Price of a break: the other prices, and temperatures, are multiples or fractions of it. */
export const BREAK_PRICE = 8

/**
 * Price of an idle slot between two meetings of a person, and how many of a person are paid for. The plan is judged by its breaks alone;
 * but a search that counts them alone sees no difference between two blocks of four meetings eight slots apart and two that nearly
 * touch, and it is the first kind that remains when it freezes: big-1000-loose, 216 breaks without this price, 168 with it.
 */
export const WAIT_PRICE = 3
export const DEAR_WAITS = 4
