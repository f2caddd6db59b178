import type { JournalEvents } from '#platform/journal.ts'

declare module '#platform/journal.ts' {
  interface JournalEvents {
    'mission.created': true
    'mission.changed': true
    'mission.state_changed': true
    'mission.partner_named': true
    'mission.partner_changed': true
    'mission.partner_left': true
    'mission.legs_of_partners_chosen': true
    'mission.mandate_recorded': true
    'mission.narrative_written': true
    'mission.accounts_closed': true
    'mission.ratified': true
  }
}

/** The events of this module, and the founding of an organisation which no module records. */
export type MissionEvent = Extract<keyof JournalEvents, `mission.${string}`> | 'organisation.founded'
