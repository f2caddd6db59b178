import type { JournalEvents } from '#platform/journal.ts'

declare module '#platform/journal.ts' {
  interface JournalEvents {
    'strategy.opened': true
    'strategy.changed': true
    'strategy.archived': true
    'strategy.reopened': true
    'strategy.removed': true
    'strategy.objective_written': true
    'strategy.objective_removed': true
    'strategy.field_written': true
    'strategy.field_removed': true
    'strategy.destination_chosen': true
    'strategy.destination_changed': true
    'strategy.destination_removed': true
    'strategy.targets_set': true
    'strategy.tied': true
    'strategy.review_written': true
  }
}

export type StrategyEvent = Extract<keyof JournalEvents, `strategy.${string}`>
