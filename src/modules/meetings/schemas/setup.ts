import { z } from 'zod'
import { type Instant, addMinutes, atLocalTime } from '#platform/pure/instant.ts'
import { type LocalDate, addDays } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { circleKinds, companyKinds, presets, resourceKinds } from '../domain/event.ts'
import { date, many, optionalId, requiredId, requiredNumber, requiredText, text } from '#platform/pure/form-fields.ts'
import { languages } from './fields.ts'

const version = z.coerce.number().int().default(0)

export const newEventForm = z.object({
  titleFr: requiredText(200),
  titleEn: text(200),
  legId: requiredId,
  preset: z.enum(presets, { error: 'required' }),
  opensOn: date,
  closesOn: date,
})

export const termsForm = z.object({
  version,
  titleFr: requiredText(200),
  titleEn: text(200),
  slotMinutes: requiredNumber(5, 240),
  pauseMinutes: requiredNumber(0, 120),
  nearMinutes: requiredNumber(0, 1440),
  farMinutes: requiredNumber(0, 1440),
  answerDays: requiredNumber(1, 90),
  opensOn: date,
  closesOn: date,
})

/** An empty text takes the days of a leg away. */
export const daysForm = z.object({ days: text(4000), legId: optionalId })

export const legForm = z.object({ legId: requiredId })

export const circleForm = z.object({
  nameFr: requiredText(100),
  nameEn: text(100),
  kind: z.enum(circleKinds, { error: 'required' }),
  target: requiredNumber(0, 1000),
  meetingQuota: requiredNumber(0, 1000),
  requestQuota: requiredNumber(0, 1000),
})

/** The same fields about a group that there is. */
export const circleChangeForm = circleForm.extend({ circleId: requiredId, version })

export const ruleForm = z.object({
  fromId: requiredId,
  toId: requiredId,
  isAnswered: z
    .string()
    .default('')
    .transform((typed) => typed === 'yes'),
  company: many(z.enum(companyKinds, { error: 'unknown' })),
})

export const resourceForm = z.object({ kind: z.enum(resourceKinds, { error: 'required' }), name: requiredText(150), languages })

export const tablesForm = z.object({
  count: requiredNumber(1, 200),
  firstNumber: requiredNumber(1, 1000),
  district: text(100),
  tableWord: text(20),
  legId: optionalId,
})

/** Tables numbered from the first on. */
export function tablesOf({ count, firstNumber, district, tableWord, legId }: z.output<typeof tablesForm>) {
  return Array.from({ length: count }, (_, index) => ({
    name: `${tableWord} ${firstNumber + index}`.trim(),
    legId,
    district,
    address: '',
    participantId: null,
  }))
}

export const addressForm = z.object({
  participantId: optionalId,
  name: requiredText(150),
  district: text(100),
  address: text(300),
  legId: optionalId,
})

export const removalForm = z.object({
  part: z.enum(['circle', 'rule', 'resource', 'spot', 'leg'], { error: 'unknown' }),
  partId: requiredId,
})

/** From the beginning of the first day to the end of the last, on the clocks of the event. */
export function datesOf(
  { opensOn, closesOn }: { opensOn: LocalDate; closesOn: LocalDate },
  zone: TimeZone,
): { opensAt: Instant; closesAt: Instant } {
  return { opensAt: midnight(opensOn, zone), closesAt: addMinutes(midnight(addDays(closesOn, 1), zone), -1) }
}

function midnight(day: LocalDate, zone: TimeZone): Instant {
  const placed = atLocalTime(day, asLocalTime('00:00'), zone, 'first')
  return placed.ok
    ? placed.value.instant
    : placed.problem.code === 'time_skipped'
      ? placed.problem.suggested.instant
      : placed.problem.first.instant
}
