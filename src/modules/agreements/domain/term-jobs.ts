import type { NoPayload as Nothing } from '#platform/jobs.ts'

declare module '#platform/jobs.ts' {
  interface JobPayloads {
    'agreements.remind-terms': Nothing
  }
}
