import type { ActLanguage } from './document.ts'

/** Badges to print and cut out. Every string is plain text; `qr` is a drawing the product made, never given by anybody. */
export type BadgeSheet = {
  readonly kind: 'badges'
  readonly language: ActLanguage
  readonly title: string
  readonly author: string
  /** 'YYYY-MM-DD': the same sheet always gives the same bytes. */
  readonly dated: string
  readonly badges: readonly PrintedBadge[]
}

export type PrintedBadge = {
  readonly givenName: string
  readonly familyName: string
  readonly organisation: string
  /** Who sends them, when they represent somebody else. */
  readonly partner: string
  readonly mission: string
  /** What a screen reader says of the code. */
  readonly qrLabel: string
  /** A `1` for each dark module of a square of `qrSize`, row by row. */
  readonly qrSize: number
  readonly qrDark: string
}
