import type { Run } from './run.ts'

declare module '#platform/jobs.ts' {
  interface JobPayloads {
    'meetings.plan': { readonly runId: Run['id'] }
  }
}
