import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Instant } from '#platform/pure/instant.ts'

/** What is told together is kept together. Twin of CHECKs of 0043_passports.sql. */
export const retentionSubjects = ['begun', 'health', 'travel', 'passport', 'reading'] as const
export type RetentionSubject = (typeof retentionSubjects)[number]

/** Rows of one kind, of one organisation in one mission, kept longer than their rule allows on a day. */
export type Overdue = {
  readonly subject: RetentionSubject
  readonly missionId: string
  readonly organisationId: string
  readonly rowCount: number
  /** The last day they were to be kept; of several, the latest. */
  readonly keptUntil: LocalDate
  readonly days: number
  /** The law or the recommendation behind the rule. */
  readonly ground: string
}

export type NamedOverdue = Overdue & { readonly title: Localized }

/** One erasing that was done. */
export type Purge = Omit<NamedOverdue, 'days'> & { readonly id: string; readonly purgedAt: Instant }
