import { z } from 'zod'
import { date, optionalDate, requiredText, text, time, wholeNumber } from '#platform/pure/form-fields.ts'
import { parseMoney } from '#platform/pure/money-reading.ts'
import { parsePhone } from '#platform/pure/phone.ts'
import { QUALIFIERS } from '#platform/pure/qualified.ts'
import { dispositions, giftDirections } from '../domain/gift.ts'
import { promiseStates } from '../domain/promise.ts'
import { measures } from '../domain/year.ts'
import { country } from '../schemas.ts'

/** Shapes of the forms of a reception, of the register and of the year. Messages are problem codes. */

const euros = z.string({ error: 'required' }).transform((typed, issues): bigint => {
  const parsed = parseMoney(typed, 'EUR', 'fr')
  if (parsed.ok && parsed.value.cents >= 0n) return parsed.value.cents
  issues.addIssue({ code: 'custom', message: typed.trim() === '' ? 'required' : 'amount_malformed' })
  return z.NEVER
})

const box = z
  .string()
  .optional()
  .transform((ticked) => ticked !== undefined)

export const visitForm = z.object({
  version: z.coerce.number().int().default(0),
  visitor: requiredText(200),
  country,
  city: text(120),
  headName: text(200),
  headCapacity: text(200),
  peopleCount: wholeNumber(1, 10_000),
})

export const slotForm = z.object({
  legId: z.uuid({ error: 'leg_unknown' }),
  titleFr: requiredText(200),
  titleEn: text(200),
  wishFr: text(2000),
  day: date,
  startTime: time,
  endTime: time,
  suggestedFor: text(200),
})
export const slotChoice = z.object({ slotId: z.uuid({ error: 'unknown' }) })

/** A number is kept as numbers are, so that it is read everywhere alike; « poste 12 34 » stays as typed. */
const phone = text(60).transform((typed) => {
  const read = parsePhone(typed)
  return read.ok ? read.value : typed
})

export const greetingForm = z.object({
  day: date,
  atTime: time,
  whatFr: requiredText(200),
  whatEn: text(200),
  place: requiredText(200),
  greeter: requiredText(200),
  greeterPhone: phone,
  car: text(200),
})
export const greetingChoice = z.object({ greetingId: z.uuid({ error: 'unknown' }) })

export const promiseForm = z.object({
  what: requiredText(500),
  promisedBy: requiredText(200),
  promisedTo: requiredText(200),
  isOurs: box,
  dueOn: optionalDate,
})
export const promiseStep = z.object({ promiseId: z.uuid({ error: 'unknown' }), state: z.enum(promiseStates, { error: 'unknown' }) })

export const giftForm = z.object({
  missionId: z.union([z.uuid(), z.literal('')], { error: 'unknown' }).default(''),
  direction: z.enum(giftDirections, { error: 'required' }),
  onDay: date,
  description: requiredText(500),
  giver: requiredText(200),
  recipient: requiredText(200),
  value: euros,
  qualifier: z.enum(QUALIFIERS, { error: 'required' }).default('exact'),
})

export const settlementForm = z.object({
  giftId: z.uuid({ error: 'unknown' }),
  disposition: z.enum(dispositions, { error: 'required' }),
  declaredOn: optionalDate,
  keptWhere: text(200),
})

export const giftRuleForm = z.object({ threshold: euros, validFrom: optionalDate, validTo: optionalDate, source: requiredText(500) })

export const statedForm = z.object({
  year: z.coerce.number({ error: 'required' }).int().min(1950, 'unknown').max(2100, 'unknown'),
  measure: z.enum(measures, { error: 'required' }),
  about: text(200),
  value: z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, 'number_malformed')
    .transform(Number),
  qualifier: z.enum(QUALIFIERS, { error: 'required' }).default('exact'),
  source: requiredText(500),
})
export const statedChoice = z.object({ statedId: z.uuid({ error: 'unknown' }) })
