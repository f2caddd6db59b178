import type { Api } from '#platform/openapi.ts'
import { addEvents } from './api/events.ts'
import { addOutcomes } from './api/outcomes.ts'
import { addRuns } from './api/runs.ts'

/** The operations of meetings: events and who takes part, the plan in force, runs, what became of meetings, statistics. */
export function addMeetingOperations(api: Api): void {
  addEvents(api)
  addRuns(api)
  addOutcomes(api)
}
