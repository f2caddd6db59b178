export type SurveyEvent = 'meeting_survey.planned' | 'meeting_survey.reworded' | 'meeting_survey.answered' | 'meeting_survey.entered'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<SurveyEvent, true> {}
}
