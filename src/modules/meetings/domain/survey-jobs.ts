import type { Survey } from './survey.ts'

declare module '#platform/jobs.ts' {
  interface JobPayloads {
    'meetings.send-surveys': NoPayload
    'meetings.send-survey-again': { readonly surveyIds: readonly Survey['id'][] }
  }
}
