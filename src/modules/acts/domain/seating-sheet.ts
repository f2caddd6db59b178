import type { ActLanguage } from './document.ts'

/** The tables of a meal to print: each drawn from above, then everyone by the alphabet. Every string is plain text. */
export type SeatingSheet = {
  readonly kind: 'seating'
  readonly language: ActLanguage
  readonly title: string
  readonly author: string
  readonly subject: string
  /** What the meal is part of, under the title. */
  readonly lead: string
  /** 'YYYY-MM-DD': the same sheet always gives the same bytes. */
  readonly dated: string
  readonly tables: readonly PrintedTable[]
  readonly listTitle: string
  readonly columns: readonly [guest: string, table: string, place: string]
  readonly rows: readonly (readonly [guest: string, table: string, place: string])[]
}

export type PrintedTable = {
  readonly name: string
  readonly note: string
  readonly shape: 'round' | 'long'
  /** How many places stand one above the other. */
  readonly rows: number
  readonly seats: readonly PrintedSeat[]
}

export type PrintedSeat = {
  readonly place: number
  /** Parts of the width and of the height of the drawing, from the top left. */
  readonly x: number
  readonly y: number
  /** Empty for a free place. */
  readonly name: string
  /** Their title, who stands behind them. */
  readonly notes: readonly string[]
}
