import { z } from 'zod'
import { date, optionalDate, requiredText, text } from '#platform/pure/form-fields.ts'
import { formText } from '#platform/pure/form-text.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { localized } from '#platform/pure/localized.ts'
import { parseLocalDate } from '#platform/pure/local-date-reading.ts'
import { parseMoney } from '#platform/pure/money-reading.ts'
import type { Money } from '#platform/pure/money.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { agreementTypes, partyKinds, scopes, unprovenReasons } from './domain/agreement.ts'
import { type Step, stepKinds } from './domain/life.ts'
import { missionLinks } from './domain/papers.ts'
import type { AgreementDraft, PartyLine } from './usecases/write-agreement.ts'

/** Shapes shared by the doors. Messages are problem codes of texts.fr.ts. */

/** A whole number as people type it, or nothing. */
export const optionalCount = (least: number, most: number) =>
  z
    .string()
    .default('')
    .transform((typed, context): number | null => {
      const plain = typed.replaceAll(/\s/g, '')
      if (plain === '') return null
      if (/^\d{1,4}$/.test(plain) && Number(plain) >= least && Number(plain) <= most) return Number(plain)
      context.addIssue({ code: 'custom', message: 'count_malformed' })
      return null
    })

/** One box sends a text, several send a list, none sends nothing. */
const manyOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.union([z.array(z.enum(values, { error: 'unknown' })), z.enum(values, { error: 'unknown' }).transform((one) => [one])]).default([])

export const agreementForm = z.object({
  type: z.enum(agreementTypes, { error: 'required' }),
  titleFr: requiredText(200),
  titleEn: text(200),
  objectFr: text(2000),
  objectEn: text(2000),
  scopes: manyOf(scopes),
  city: text(100),
  country: text(2),
  cooperationSince: optionalCount(1000, 9999),
  runsFrom: optionalDate,
  termMonths: optionalCount(1, 1200),
  lastDay: optionalDate,
  forecast: text(40),
  forecastNote: text(500),
  unprovenBecause: z.enum(['', ...unprovenReasons], { error: 'unknown' }).default(''),
  unprovenSource: text(500),
  attestedOn: optionalDate,
  renews: z.union([z.uuid(), z.literal('')]).default(''),
  version: z.coerce.number().int().optional(),
})
export type AgreementForm = z.output<typeof agreementForm>

/** As many parties as a form proposes lines, besides the acting organisation. */
export const mostParties = 12

/** The lines of a form that name a party. */
export function partyLines(form: FormData): Outcome<PartyLine[], Record<string, string>> {
  const lines: PartyLine[] = []
  const problems: Record<string, string> = {}
  for (let index = 0; index < mostParties && form.has(`parties.${index}.name`); index += 1) {
    const field = (name: string) => formText(form, `parties.${index}.${name}`).trim().slice(0, 200)
    if (field('name') === '') continue
    const typedDay = field('stateGroundOn')
    const day = parseLocalDate(typedDay)
    if (typedDay !== '' && !day.ok) problems[`parties.${index}.stateGroundOn`] = 'date_malformed'
    lines.push({
      name: field('name'),
      kind: partyKinds.find((kind) => kind === field('kind')) ?? 'foreign_authority',
      country: /^[A-Z]{2}$/.test(field('country')) ? field('country') : '',
      stateGround: field('stateGround') || null,
      stateGroundOn: day.ok ? day.value : null,
    })
  }
  return Object.keys(problems).length === 0 ? ok(lines) : refused(problems)
}

/** What a form describes. The amount is read as people of that language write it; problems are keyed by field. */
export function draftOf(
  form: AgreementForm,
  parties: readonly PartyLine[],
  currency: string,
  locale: Locale,
): Outcome<AgreementDraft, { readonly fields: Record<string, string> }> {
  const forecast: Outcome<Money | null, unknown> = form.forecast === '' ? ok(null) : parseMoney(form.forecast, currency, locale)
  if (!forecast.ok) return refused({ fields: { forecast: 'amount_malformed' } })
  if (forecast.value !== null && forecast.value.cents < 0n) return refused({ fields: { forecast: 'forecast_is_not_negative' } })
  if (form.unprovenBecause !== '' && form.unprovenSource === '') return refused({ fields: { unprovenSource: 'required' } })
  if (form.attestedOn !== null && form.unprovenBecause !== 'entered_from_archive')
    return refused({ fields: { attestedOn: 'attested_from_an_archive' } })
  return ok({
    type: form.type,
    title: localized(form.titleFr, form.titleEn),
    object: localized(form.objectFr, form.objectEn),
    scopes: form.scopes,
    city: form.city,
    country: form.country,
    cooperationSince: form.cooperationSince,
    term: { runsFrom: form.runsFrom, months: form.termMonths, lastDay: form.lastDay },
    forecast: forecast.value,
    forecastNote: form.forecastNote,
    unproven:
      form.unprovenBecause === '' ? null : { because: form.unprovenBecause, source: form.unprovenSource, attestedOn: form.attestedOn },
    parties,
  })
}

export const stepForm = z.object({ kind: z.enum(stepKinds, { error: 'unknown' }), on: date, proof: text(300) })

export function stepOf({ kind, on, proof }: z.output<typeof stepForm>): Step {
  return kind === 'enter' ? { kind, on } : { kind, on, proof }
}

/** Who signed, for each party: `signatories.<party>.name` and `.capacity`. */
export function signatoryLines(form: FormData, partyIds: readonly string[]) {
  return partyIds.flatMap((partyId) => {
    const field = (name: string) => formText(form, `signatories.${partyId}.${name}`).trim().slice(0, 200)
    const [name, fr, en] = [field('name'), field('capacityFr'), field('capacityEn')]
    return name === '' || fr === '' ? [] : [{ partyId, name, capacity: localized(fr, en) }]
  })
}

export const withdrawForm = z.object({ kind: z.enum(stepKinds, { error: 'unknown' }) })
export const wordingForm = z.object({
  language: requiredText(20),
  body: requiredText(100_000),
  isAuthentic: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  version: z.coerce.number().int().default(0),
})
export const amendmentForm = z.object({
  signedOn: date,
  voteReference: text(200),
  summary: requiredText(2000),
  prolongsTo: optionalDate,
})
export const committeeForm = z.object({
  heldOn: date,
  place: text(200),
  ownChair: text(200),
  theirChair: text(200),
  attendees: requiredText(2000),
  minutes: text(20_000),
})
export const mendCommitteeForm = committeeForm.extend({ version: z.coerce.number().int() })

/** An agreement linked with a mission, on the page of either: `chosenId` is the other. */
export const linkForm = z.object({ chosenId: z.uuid({ error: 'required' }), link: z.enum(missionLinks, { error: 'required' }) })
export const chosenForm = z.object({ chosenId: z.uuid({ error: 'unknown' }) })

/** Beside which field a link is refused. */
export function fieldOfLink({ code }: { readonly code: string }): string {
  return code === 'a_mission_is_linked_once' ? 'chosenId' : 'link'
}

export const removeForm = z.object({ intent: z.literal('remove', { error: 'unknown' }) })

/** Where a refusal about an agreement is shown; anything else is about the form as a whole. */
export function fieldOfDraft(problem: { readonly code: string } | { readonly fields: object }): string {
  switch ('code' in problem ? problem.code : '') {
    case 'country_missing':
      return 'country'
    case 'a_state_is_a_party_on_a_dated_ground':
    case 'a_ground_is_law_on_its_day':
    case 'a_ground_comes_before_the_signature':
    case 'a_party_is_named_once':
    case 'organisation_unnameable':
      return 'parties.0.name'
    case 'last_day_after_the_first':
      return 'lastDay'
    default:
      return ''
  }
}
