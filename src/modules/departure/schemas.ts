import { z } from 'zod'
import { date, ids, optionalDate, optionalId, requiredId, requiredText, text, time, wholeNumber } from '#platform/pure/form-fields.ts'
import { type Instant, parseInstant } from '#platform/pure/instant.ts'
import { memberCategories } from '#platform/pure/delegation-words.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { isTimeZone } from '#platform/pure/time-zone.ts'
import type { Marking } from './domain/marking.ts'
import { requirementKinds, requirementStates } from './domain/requirement.ts'
import { segmentModes } from './domain/segment.ts'
import type { CheckIn } from './usecases/check-in.ts'
import type { SegmentWords } from './usecases/write-segment.ts'

/** Shapes shared by the doors. Messages are problem codes of texts.fr.ts. */

/** `kind:country`: what a column of the board is about. */
const column = z.string({ error: 'required' }).regex(new RegExp(`^(${requirementKinds.join('|')}):([A-Z]{2})?$`), 'required')

export const markForm = z.object({
  memberIds: ids,
  column,
  state: z.enum(requirementStates, { error: 'required' }),
  doneOn: optionalDate,
  proof: text(300),
  file: z.instanceof(File).optional(),
})
export const assignForm = z.object({ memberIds: ids, column, ownerAccountId: optionalId, dueOn: optionalDate })

/** What the form says; done without a day is done today. */
export function markingOf({ state, doneOn, proof }: z.output<typeof markForm>, today: LocalDate): Marking {
  if (state === 'done') return { state, doneOn: doneOn ?? today, reference: proof }
  return state === 'not_needed' ? { state, because: proof } : { state }
}

/** The evidence as the use-cases take it. */
export async function evidenceOf(file: File | undefined): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  return file && file.size > 0 ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : undefined
}

export const orderForm = z.object({
  memberIds: ids,
  issuedOn: date,
  validFrom: date,
  validUntil: date,
  transport: text(300),
  expenses: text(600),
})
export const withdrawalForm = z.object({ orderId: requiredId, because: requiredText(300) })

export const signatoryForm = z.object({
  name: requiredText(200),
  capacity: requiredText(300),
  authority: text(300),
  place: requiredText(100),
})

const categories = z
  .union([z.enum(memberCategories).transform((one) => [one]), z.array(z.enum(memberCategories))], { error: 'unknown' })
  .default([])
  .transform((list) => (list.length === 0 ? null : list))

export const ruleForm = z.object({
  kind: z.enum(requirementKinds, { error: 'required' }),
  country: z
    .union([z.string().regex(/^[A-Z]{2}$/), z.literal('')], { error: 'unknown' })
    .default('')
    .transform((code) => (code === '' ? null : code)),
  isAsked: z.enum(['yes', 'no'], { error: 'required' }).transform((answer) => answer === 'yes'),
  categories,
  noticeDays: wholeNumber(0, 365),
})
export const ruleChoice = z.object({ ruleId: requiredId })

const zone = z.string({ error: 'required' }).refine(isTimeZone, 'required')
/** A box: ticked or absent. */
const box = z
  .literal('on')
  .optional()
  .transform((ticked) => ticked === 'on')

export const segmentForm = z.object({
  mode: z.enum(segmentModes, { error: 'required' }),
  carrier: text(100),
  number: text(50),
  fromPlace: requiredText(200),
  toPlace: requiredText(200),
  departsOn: date,
  departsAt: time,
  departsZone: zone,
  arrivesOn: date,
  arrivesAt: time,
  arrivesZone: zone,
  seats: wholeNumber(1, 1000),
  note: text(500),
  isShared: box,
  bookingId: optionalId,
  version: z.coerce.number().int().optional(),
})

export function segmentOf(form: z.output<typeof segmentForm>): SegmentWords {
  const { departsOn, departsAt, departsZone, arrivesOn, arrivesAt, arrivesZone, version: _seen, ...facts } = form
  return {
    ...facts,
    departure: { date: departsOn, time: departsAt, zone: departsZone },
    arrival: { date: arrivesOn, time: arrivesAt, zone: arrivesZone },
  }
}

export const boardForm = z.object({ memberIds: ids })
export const bookingForm = z.object({ label: requiredText(200), locator: text(50) })
export const lodgingForm = z.object({ name: requiredText(200), address: text(400), isShared: box })
export const lodgingChoice = z.object({ lodgingId: requiredId })
export const roomsForm = z.object({
  lodgingId: requiredId,
  labels: requiredText(4000).transform((typed) => [
    ...new Set(
      typed
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ]),
  beds: wholeNumber(1, 20).transform((beds) => beds ?? 1),
})
export const stayForm = z.object({ roomId: requiredId, memberIds: ids, arrivesOn: date, leavesOn: date })
export const stayChoice = z.object({ stayId: requiredId })

/** `key` and `notedAt` come from a queue that waited for the network; a page sends neither. */
/** The person chosen from the list, else the badge that was read. `key` is of whoever sends it, so that a queue may send it again. */
export const checkInForm = z
  .object({
    code: text(40),
    memberId: optionalId,
    key: z.uuid('unknown').default(() => crypto.randomUUID()),
    notedAt: z
      .string()
      .default('')
      .transform((typed, issues): Instant | null => {
        if (typed === '') return null
        const parsed = parseInstant(typed)
        if (parsed.ok) return parsed.value
        issues.addIssue({ code: 'custom', message: 'unknown' })
        return z.NEVER
      }),
  })
  .transform(({ code, memberId, ...noted }, issues): CheckIn => {
    if (memberId !== null) return { ...noted, who: { memberId } }
    if (code !== '') return { ...noted, who: { code } }
    issues.addIssue({ code: 'custom', path: ['code'], message: 'required' })
    return z.NEVER
  })
export const undoForm = z.object({ undo: requiredId })

/** The field beside which a refusal is said; '' is the form as a whole. */
export function fieldOfProblem({ code }: { readonly code: string }): string {
  return fieldsOfProblems[code] ?? ''
}

const fieldsOfProblems: Readonly<Record<string, string>> = {
  done_with_evidence: 'proof',
  not_needed_says_why: 'proof',
  done_in_the_future: 'doneOn',
  no_copy_of_passport_or_health: 'file',
  file_empty: 'file',
  file_too_large: 'file',
  a_mandate_is_recorded_in_own_part: 'column',
  owner_of_another_organisation: 'ownerAccountId',
  valid_twelve_months_at_most: 'validUntil',
  ends_after_it_begins: 'validUntil',
  does_not_cover_the_mission: 'validUntil',
  signed_before_it_is_valid: 'issuedOn',
  withdrawn_for_a_reason: 'because',
  badge_unknown: 'code',
  item_cancelled: 'code',
  arrives_after_departure: 'arrivesOn',
  a_segment_lasts_three_days_at_most: 'arrivesOn',
  booking_unknown: 'bookingId',
  no_more_passengers_than_seats: 'memberIds',
  nobody_travels_twice_at_once: 'memberIds',
  passenger_unknown: 'memberIds',
  guest_unknown: 'memberIds',
  nobody_sleeps_in_two_rooms: 'memberIds',
  no_more_people_than_beds: 'roomId',
  a_stay_has_a_night: 'leavesOn',
  a_room_is_named_once: 'labels',
}
