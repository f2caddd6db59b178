import type { PlanChange } from './plan-delta.ts'
import type { Run } from './run.ts'

declare module '#platform/jobs.ts' {
  interface JobPayloads {
    'meetings.plan': { readonly runId: Run['id'] }
    'meetings.forget-suggestions': NoPayload
    'meetings.tell-changes': { readonly eventId: string; readonly changes: readonly PlanChange[] }
  }
}
