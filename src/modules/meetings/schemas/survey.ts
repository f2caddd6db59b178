import { z } from 'zod'
import { many, optionalId, requiredNumber, requiredText, text, wholeNumber } from '#platform/pure/form-fields.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { localized } from '#platform/pure/localized.ts'
import { parseMoney } from '#platform/pure/money-reading.ts'
import { type EventQuestion, type SurveyAnswer, followUps, measures, stages, valueCurrencies, valueQualifiers } from '../domain/survey.ts'

const count = wholeNumber(0, 1_000_000)

/** The whole answer, as the person's language writes amounts. An amount needs what it rests on; without an amount there is none. */
export function surveyForm(locale: Locale) {
  return z
    .object({
      version: requiredNumber(0, 1_000_000_000),
      followUp: z.enum(followUps, { error: 'required' }),
      quotes: count,
      contracts: count,
      jobs: count,
      value: text(40),
      valueCurrency: z.enum(valueCurrencies, { error: 'unknown' }).default('EUR'),
      valueQualifier: z.enum(valueQualifiers, { error: 'unknown' }).optional(),
      words: text(2000),
    })
    .transform(({ value, valueCurrency, valueQualifier, ...form }, issues): SurveyAnswer & { version: number } => {
      const none = { valueCents: null, valueCurrency: null, valueQualifier: null }
      if (value === '') return { ...form, ...none }
      const amount = parseMoney(value, valueCurrency, locale)
      if (!amount.ok || amount.value.cents < 0n) {
        issues.addIssue({ code: 'custom', path: ['value'], message: 'amount_unreadable' })
        return z.NEVER
      }
      if (valueQualifier === undefined) {
        issues.addIssue({ code: 'custom', path: ['valueQualifier'], message: 'a_value_has_its_currency_and_qualifier' })
        return z.NEVER
      }
      return { ...form, valueCents: amount.value.cents, valueCurrency, valueQualifier }
    })
}

export const tapSearch = z.object({ r: z.enum(followUps).optional().catch(undefined) })
export const stagesForm = z.object({ stages: many(z.enum(stages, { error: 'unknown' })) })
export const resendForm = z
  .object({ surveyId: optionalId, stage: z.enum(stages, { error: 'unknown' }).optional() })
  .transform(({ surveyId, stage }, issues): { surveyId: string } | { stage: (typeof stages)[number] } => {
    if (surveyId !== null) return { surveyId }
    if (stage !== undefined) return { stage }
    issues.addIssue({ code: 'custom', message: 'unknown' })
    return z.NEVER
  })

const measure = z.enum(measures, { error: 'unknown' })
/** How an event asks one of its questions. */
export const questionForm = z
  .object({
    measure,
    'wording.fr': requiredText(300),
    'wording.en': text(300),
    stages: many(z.enum(stages, { error: 'unknown' })),
    version: requiredNumber(0, 1_000_000_000),
  })
  .transform(({ 'wording.fr': fr, 'wording.en': en, ...form }): EventQuestion => ({ ...form, wording: localized(fr, en) }))
export const restoreForm = z.object({ measure })
