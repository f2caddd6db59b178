declare module '#platform/journal.ts' {
  interface JournalEvents {
    'mission.created': true
    'mission.changed': true
    'mission.state_changed': true
    'mission.partner_named': true
    'mission.partner_changed': true
    'mission.partner_left': true
    'mission.mandate_recorded': true
    'mission.narrative_written': true
    'mission.accounts_closed': true
    'mission.ratified': true
  }
}

export {}
