import { type ParsedCronItem, parseCronItems } from 'graphile-worker'
import type { JobName } from '../jobs.ts'

/** Minute, hour, day, month, day of the week, in UTC. Whatever the number of workers, each happens once. */
const habits: ReadonlyArray<{ readonly task: JobName; readonly match: string }> = [
  { task: 'platform.recover-jobs', match: '* * * * *' },
  { task: 'missions.remind-tasks', match: '7,22,37,52 * * * *' },
  { task: 'departure.remind-items', match: '9,24,39,54 * * * *' },
  { task: 'meetings.send-surveys', match: '4,19,34,49 * * * *' },
  { task: 'agreements.remind-terms', match: '12 * * * *' },
  { task: 'registration.send-letters', match: '* * * * *' },
  { task: 'registration.forget', match: '57 1 * * *' },
  { task: 'meetings.forget-suggestions', match: '7 2 * * *' },
  { task: 'platform.forget-old-requests', match: '17 * * * *' },
  { task: 'platform.forget-old-mail', match: '27 1 * * *' },
  { task: 'platform.forget-old-imports', match: '37 1 * * *' },
  { task: 'platform.sweep-files', match: '47 1 * * *' },
]

export function calendar(): ParsedCronItem[] {
  // A key per habit: should workers be down for long, one run waits, not one per missed date. Two tries, the next date is a third.
  return parseCronItems(
    habits.map(({ task, match }) => ({
      task,
      match,
      identifier: task,
      options: { maxAttempts: 2, jobKey: task, jobKeyMode: 'replace' as const },
    })),
  )
}
