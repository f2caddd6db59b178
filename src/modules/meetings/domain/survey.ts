import type { Instant } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'

/** When companies are asked what came of it, from first to last. Twin of CHECKs of 0069_meeting_surveys.sql, like the lists below. */
export const stages = ['week', 'months3', 'months6', 'months12'] as const
export type Stage = (typeof stages)[number]
/** The first question: answered by one tap in the letter. */
export const followUps = ['yes', 'not_yet', 'no'] as const
export type FollowUp = (typeof followUps)[number]
export const valueQualifiers = ['signed', 'expected', 'estimated'] as const
export type ValueQualifier = (typeof valueQualifiers)[number]
/** Currencies an amount may be said in: those of the countries missions go to most. */
export const valueCurrencies = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'MAD', 'TND', 'DZD', 'XOF', 'JPY', 'CNY', 'AED'] as const
export const measures = ['follow_up', 'quotes', 'contracts', 'jobs', 'value', 'words'] as const
export type Measure = (typeof measures)[number]

/** Figures are since the meetings, in all; null where a question was not asked or not answered. */
export type SurveyAnswer = {
  readonly followUp: FollowUp
  readonly quotes: number | null
  readonly contracts: number | null
  readonly jobs: number | null
  readonly valueCents: bigint | null
  /** ISO 4217. */
  readonly valueCurrency: string | null
  readonly valueQualifier: ValueQualifier | null
  readonly words: string
}

export type Question = { readonly measure: Measure; readonly wording: Localized }
/** A question with the stages at which an event asks it. `version` is 0 as long as the event asks it as everybody does. */
export type EventQuestion = Question & { readonly stages: readonly Stage[]; readonly version: number }

/** What one company was asked at one stage. `completedAt` is null as long as it only tapped the first answer. */
export type Survey = Omit<SurveyAnswer, 'followUp'> & {
  readonly followUp: FollowUp | null
  readonly id: string
  readonly stage: Stage
  readonly participantId: string
  readonly askedAt: Instant
  readonly expiresAt: Instant
  readonly reminders: number
  readonly letters: number
  readonly answeredAt: Instant | null
  readonly completedAt: Instant | null
  readonly answeredName: string | null
  readonly version: number
}

/** What stands of an answer while it is being written. */
export type AnswerInForm = Pick<Survey, keyof SurveyAnswer> & { readonly isComplete: boolean; readonly version: number }

/** All that the holder of a link sees: the answer of their own company. */
export type OpenedSurvey = {
  readonly state: 'open'
  readonly language: Locale
  readonly stage: Stage
  readonly expiresAt: Instant
  readonly timeZone: TimeZone
  readonly title: Localized
  readonly organisation: string
  readonly company: string
  readonly meetings: number
  readonly questions: readonly Question[]
  readonly answer: AnswerInForm
}
export type ClosedSurvey = { readonly state: 'expired'; readonly language: Locale }

export type SurveyProblemCode =
  | 'survey_over'
  | 'stale_edit'
  | 'question_changed'
  | 'nothing_to_ask'
  | 'stage_over'
  | 'a_value_has_its_currency_and_qualifier'
  | 'amount_unreadable'
  | 'number_malformed'
  | 'too_long'
  | 'required'
  | 'unknown'
