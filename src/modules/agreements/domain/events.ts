import type { JournalEvents } from '#platform/journal.ts'

declare module '#platform/journal.ts' {
  interface JournalEvents {
    'agreement.opened': true
    'agreement.changed': true
    'agreement.removed': true
    'agreement.step_recorded': true
    'agreement.step_withdrawn': true
    'agreement.domain_written': true
    'agreement.domain_reworded': true
    'agreement.domain_removed': true
    'agreement.action_written': true
    'agreement.action_progressed': true
    'agreement.action_reopened': true
    'agreement.wording_written': true
    'agreement.amended': true
    'agreement.committee_met': true
    'agreement.committee_mended': true
    'agreement.licence_written': true
    'agreement.edition_recorded': true
    'agreement.mission_linked': true
    'agreement.mission_unlinked': true
  }
}

export type AgreementEvent = Extract<keyof JournalEvents, `agreement.${string}`>
