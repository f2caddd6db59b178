import type { ActLanguage } from './document.ts'

/** A timetable to hang on a wall: A3 on its side, days as columns, hours as rows. Every string is plain text. */
export type WallSheet = {
  readonly kind: 'wall'
  readonly language: ActLanguage
  readonly title: string
  readonly author: string
  /** 'YYYY-MM-DD': the same sheet always gives the same bytes. */
  readonly dated: string
  /** What stands in the corner of every page, large: the release one is reading. */
  readonly release: string
  /** What stands at the foot of every page. */
  readonly runningReference: string
  readonly fromHour: number
  readonly toHour: number
  /** What each line of the hours says, from `fromHour` to `toHour`, both included. */
  readonly hours: readonly string[]
  readonly days: readonly WallDay[]
}

export type WallDay = {
  readonly heading: string
  /** On whose clocks the hours of this day are. */
  readonly zone: string
  readonly laneCount: number
  readonly boxes: readonly WallBox[]
}

/** Between two minutes of its day, in one lane or over several. */
export type WallBox = {
  readonly fromMinute: number
  readonly toMinute: number
  readonly lane: number
  readonly laneSpan: number
  readonly time: string
  readonly title: string
  readonly place: string
  /** What else must be said; empty when nothing must. */
  readonly mark: string
  readonly state: 'tentative' | 'confirmed' | 'cancelled'
}
