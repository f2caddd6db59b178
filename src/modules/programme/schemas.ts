import { z } from 'zod'
import {
  date,
  ids,
  optionalDate,
  optionalId,
  requiredId,
  requiredText,
  text,
  ticked,
  time,
  wholeNumber,
} from '#platform/pure/form-fields.ts'
import { localized } from '#platform/pure/localized.ts'
import type { ItemWords } from './domain/describe-item.ts'
import { attendances, audiences, itemStates, itemTypes } from './domain/item.ts'
import { type VenueDraft, travelModes } from './domain/place.ts'

/** Shapes shared by the doors. Messages are problem codes of texts.fr.ts. */

const degrees = (most: number) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed, issues): number | null => {
      if (typed === '') return null
      const number = Number(typed.replace(',', '.').replace('−', '-'))
      if (Number.isFinite(number) && Math.abs(number) <= most) return number
      issues.addIssue({ code: 'custom', message: 'position_malformed' })
      return z.NEVER
    })

const lines = z
  .string()
  .max(4000, 'too_long')
  .default('')
  .transform((typed) =>
    typed
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  )

export const itemForm = z.object({
  titleFr: requiredText(200),
  titleEn: text(200),
  type: z.enum(itemTypes, { error: 'required' }),
  state: z.enum(itemStates, { error: 'unknown' }).default('tentative'),
  legId: requiredId,
  date,
  start: time,
  end: time,
  endDate: optionalDate,
  venueId: optionalId,
  trackId: optionalId,
  vehicleId: optionalId,
  organiserId: optionalId,
  audience: z.enum(audiences, { error: 'unknown' }).default('everyone'),
  attendance: z.enum(attendances, { error: 'unknown' }).default('expected'),
  organisationIds: ids,
  memberIds: ids,
  themeId: optionalId,
  capacity: wholeNumber(1, 1_000_000),
  across: lines,
  speakers: lines,
  languages: text(200),
  interpretersNeeded: wholeNumber(0, 50),
  interpreters: lines,
  dressCodeFr: text(200),
  dressCodeEn: text(200),
  briefingFr: text(8000),
  briefingEn: text(8000),
  planBFr: text(2000),
  planBEn: text(2000),
  version: z.coerce.number().int().optional(),
  requestKey: z.uuid().optional(),
})
export type ItemForm = z.output<typeof itemForm>

export function wordsOf(form: ItemForm): ItemWords {
  return {
    organiserId: form.organiserId,
    legId: form.legId,
    venueId: form.venueId,
    trackId: form.trackId,
    vehicleId: form.vehicleId,
    type: form.type,
    state: form.state,
    attendance: form.attendance,
    audience: form.audience,
    themeId: form.themeId,
    organisationIds: form.organisationIds,
    memberIds: form.memberIds,
    title: localized(form.titleFr, form.titleEn),
    times: { date: form.date, start: form.start, end: form.end, endDate: form.endDate },
    capacity: form.capacity,
    across: form.across,
    speakers: form.speakers,
    languages: form.languages
      .split(/[\s,;]+/)
      .map((tag) => tag.trim())
      .filter(Boolean),
    interpretersNeeded: form.interpretersNeeded ?? 0,
    interpreters: form.interpreters,
    dressCode: localized(form.dressCodeFr, form.dressCodeEn),
    briefing: localized(form.briefingFr, form.briefingEn),
    planB: localized(form.planBFr, form.planBEn),
  }
}

/** The field beside which a refusal is said; '' is the form as a whole. */
export function fieldOfProblem({ code }: { readonly code: string }): string {
  return fieldsOfProblems[code] ?? ''
}

const fieldsOfProblems: Readonly<Record<string, string>> = {
  leg_unknown: 'legId',
  venue_of_another_leg: 'venueId',
  track_unknown: 'trackId',
  vehicle_unknown: 'vehicleId',
  organiser_unknown: 'organiserId',
  guests_missing: 'audience',
  guest_unknown: 'audience',
  sector_unknown: 'themeId',
  language_unknown: 'languages',
  an_item_ends_after_it_starts: 'end',
  an_item_lasts_two_days_at_most: 'endDate',
  venue_unknown: 'to',
  same_venue: 'to',
  unavailable_unknown: 'who',
  an_unavailability_ends_after_it_starts: 'to',
}

export const venueForm = z.object({
  venueId: optionalId,
  legId: requiredId,
  nameFr: requiredText(200),
  nameEn: text(200),
  addressLocal: text(400),
  addressLatin: text(400),
  latitude: degrees(90),
  longitude: degrees(180),
  capacity: wholeNumber(1, 1_000_000),
  version: z.coerce.number().int().optional(),
})

/** A position has both numbers or neither: one alone is not a place. */
export function venueOf(form: z.output<typeof venueForm>): VenueDraft {
  const hasPosition = form.latitude !== null && form.longitude !== null
  return {
    legId: form.legId,
    name: localized(form.nameFr, form.nameEn),
    addressLocal: form.addressLocal,
    addressLatin: form.addressLatin,
    latitude: hasPosition ? form.latitude : null,
    longitude: hasPosition ? form.longitude : null,
    capacity: form.capacity,
  }
}

export const travelForm = z.object({
  from: requiredId,
  to: requiredId,
  minutes: wholeNumber(0, 1440).refine((minutes) => minutes !== null, 'required'),
  mode: z.enum(travelModes, { error: 'required' }),
})

export const absenceForm = z.object({ who: requiredId, from: date, fromTime: time, to: date, toTime: time })
export const absenceChoice = z.object({ absenceId: requiredId })

export const trackForm = z.object({ nameFr: requiredText(100), nameEn: text(100) })
export const trackChoice = z.object({ trackId: requiredId })
export const vehicleForm = z.object({
  name: requiredText(100),
  seats: wholeNumber(1, 1000).refine((seats) => seats !== null, 'required'),
})
export const vehicleChoice = z.object({ vehicleId: requiredId })
export const venueChoice = z.object({ venueId: requiredId })
/** A file for an item; without the box it is for one's own organisation. */
export const documentForm = z.object({
  file: z.file({ error: 'required' }).refine((file) => file.size > 0 || file.name !== '', 'required'),
  isShared: z.literal('on').optional(),
  forMembers: z.literal('on').optional(),
  requestKey: z.uuid().optional(),
})
export const documentRemoval = z.object({ documentId: requiredId })
export const noteForm = z.object({
  body: text(8000),
  version: z.coerce.number({ error: 'unknown' }).int(),
  requestKey: z.uuid().optional(),
})

/** Where an item is moved to: what the address of the preview asks, and what is confirmed. */
export const moveForm = z.object({
  date,
  start: time,
  version: z.coerce.number({ error: 'unknown' }).int(),
  requestKey: z.uuid().optional(),
})
export const movePreview = z.object({ date: date.optional().catch(undefined), start: time.optional().catch(undefined) })

export const sectorForm = z.object({ themeId: requiredId, memberIds: ids })

export const releaseForm = z.object({
  seen: z.coerce.number({ error: 'unknown' }).int(),
  nameFr: text(100),
  nameEn: text(100),
  noteFr: text(2000),
  noteEn: text(2000),
})

/** The public page of the programme: where it is, whether it is open, what it shows. */
export const publicationForm = z.object({
  slug: requiredText(60),
  isOpen: ticked,
  itemIds: ids,
  version: z.coerce.number({ error: 'unknown' }).int(),
})
