import { addDays, addMonths, compareDates, type LocalDate, partsOf } from '#platform/pure/local-date.ts'

/**
 * How long an agreement lasts. `runsFrom` is its first day. With `months` the last day follows (`lastDayOf`); without, it is stated, or
 * there is none: the agreement has no end. `prolongedTo` is what its latest amendment says.
 */
export type Term = {
  readonly runsFrom: LocalDate | null
  readonly months: number | null
  readonly lastDay: LocalDate | null
  readonly prolongedTo: LocalDate | null
}

/**
 * The last day of a term in whole months, both ends counted. An agreement renewed on 26 January 2009 for two years is still an agreement
 * on 25 January 2011, and no more on the 26th: its first day counts, so that two terms that follow each other neither overlap nor leave a
 * day between them. Where that day does not exist (a month from 31 January), the term ends with the month. Calendar days have no hours:
 * no change of clocks moves a term. `agreements.last_day` of 0070_agreements.sql is its twin.
 */
export function lastDayOf(runsFrom: LocalDate, months: number): LocalDate {
  const anniversary = addMonths(runsFrom, months)
  return partsOf(anniversary).day < partsOf(runsFrom).day ? anniversary : addDays(anniversary, -1)
}

/** The last day that counts: that of the latest amendment, else that of the agreement. */
export function endOf({ lastDay, prolongedTo }: Term): LocalDate | null {
  return prolongedTo ?? lastDay
}

/** Months before the last day that it is called to mind. */
export const noticeMonths = [12, 6, 3] as const
export type NoticeMonths = (typeof noticeMonths)[number]

/** The day a notice leaves. */
export function noticeDay(lastDay: LocalDate, months: NoticeMonths): LocalDate {
  return addMonths(lastDay, -months)
}

/**
 * The notice that is due today, if it has not left: the latest of those whose day has come, so that an agreement entered four months
 * before its end is called to mind once, not twice. None once the agreement has ended.
 */
export function dueNotice(lastDay: LocalDate, sent: readonly number[], today: LocalDate): NoticeMonths | null {
  if (compareDates(lastDay, today) < 0) return null
  const due = noticeMonths.findLast((months) => compareDates(noticeDay(lastDay, months), today) <= 0)
  return due === undefined || sent.some((months) => months <= due) ? null : due
}
