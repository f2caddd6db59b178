import type { LocalDate } from '#platform/pure/local-date.ts'

/** What an act of the assembly proves of an agreement: on which day, and under which number or receipt. */
export type ByAct = { readonly actId: string; readonly on: LocalDate; readonly reference: string }

/** The act by which an assembly approves an agreement, as the page of the agreement shows it. */
export type ActOfAgreement = {
  readonly id: string
  readonly state: 'draft' | 'submitted' | 'adjourned' | 'voted'
  readonly outcome: 'adopted' | 'rejected' | null
  readonly reference: string
  readonly meetingOn: LocalDate | null
}
