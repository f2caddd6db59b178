import { formText } from '#platform/pure/form-text.ts'
import { z } from 'zod'
import { date, ids, optionalDate, optionalText, requiredId, text, ticked } from '#platform/pure/form-fields.ts'
import { type Localized, localized } from '#platform/pure/localized.ts'
import type { Gender } from '#platform/pure/number-words.ts'
import { type ActHeader, mostRapporteurs } from './domain/act-header.ts'
import type { OfficeHolder } from './domain/facts.ts'
import type { Vote } from './domain/lifecycle.ts'
import type { SectionText } from './domain/templates.ts'
import type { ActChange } from './usecases/change-act.ts'
import type { Minutes } from './usecases/record-vote.ts'

/** Shapes shared by the doors. Messages are problem codes of texts.fr.ts. */

/** A count as people write it: « 1 234 » with any space. */
const count = z
  .string({ error: 'required' })
  .transform((typed) => typed.replaceAll(/\s/g, ''))
  .pipe(
    z
      .string()
      .min(1, 'required')
      .regex(/^\d{1,6}$/, 'count_malformed')
      .transform(Number),
  )

export const openForm = z.object({ missionIds: ids })
export const openAgreementForm = z.object({ agreementId: requiredId })

export const missionsForm = z.object({
  missionIds: ids,
  /** What to do with them: 'up:<id>', 'down:<id>', 'remove:<id>' or 'add'. */
  move: z.string().max(60).default('add'),
  added: z.union([z.uuid(), z.literal('')], { error: 'unknown' }).default(''),
})

/** The order that one press of a button asks for. */
export function rearranged({ missionIds, move, added }: z.output<typeof missionsForm>): readonly string[] {
  const [verb = '', id = ''] = move.split(':')
  if (verb === 'add') return added === '' ? missionIds : [...missionIds, added]
  const index = missionIds.indexOf(id)
  if (index === -1) return missionIds
  const others = missionIds.toSpliced(index, 1)
  if (verb === 'remove') return others
  return others.toSpliced(verb === 'up' ? Math.max(0, index - 1) : index + 1, 0, id)
}

const civility = z.enum(['', 'feminine', 'masculine'], { error: 'unknown' }).default('')
const gender = z.enum(['feminine', 'masculine'], { error: 'required' })

/** The five fields of someone who holds an office, under a prefix. */
function holder<Prefix extends string>(prefix: Prefix) {
  const fields = {
    civility,
    givenName: text(100),
    familyName: text(100),
    'capacity.fr': text(200),
    'capacity.en': text(200),
  }
  return Object.fromEntries(Object.entries(fields).map(([field, shape]) => [`${prefix}.${field}`, shape])) as {
    readonly [Field in keyof typeof fields as `${Prefix}.${Field}`]: (typeof fields)[Field]
  }
}

export const headForm = z.object({
  version: z.coerce.number().int(),
  language: z.enum(['fr', 'en'], { error: 'unknown' }),
  reference: text(50),
  meetingOn: optionalDate,
  convenedOn: optionalDate,
  fiscalYear: z
    .string()
    .trim()
    .regex(/^(\d{4})?$/, 'year_malformed')
    .default('')
    .transform((year) => (year === '' ? null : Number(year))),
  'object.fr': text(500),
  'object.en': text(500),
  'authorityName.fr': text(200),
  'authorityName.en': text(200),
  authorityGender: gender,
  directoratesFr: text(1000),
  directoratesEn: text(1000),
  place: optionalText(100),
  'body.fr': text(100),
  'body.en': text(100),
  bodyGender: gender,
  ...holder('chair'),
  'proposer.fr': text(300),
  'proposer.en': text(300),
  signatoryIsChair: ticked,
  ...holder('signatory'),
})

/** What the form of the head says, with the rapporteurs that are typed line by line. */
export function changeOf(head: z.output<typeof headForm>, form: FormData): ActChange {
  const fields = Object.fromEntries(Object.entries(head).map(([name, value]) => [name, String(value ?? '')]))
  const chair = holderOf((field) => fields[`chair.${field}`])
  const both = (name: string): Localized => localized(fields[`${name}.fr`], fields[`${name}.en`])
  const header: ActHeader = {
    authorityName: both('authorityName'),
    authorityGender: head.authorityGender,
    directorates: linesInBoth(head.directoratesFr, head.directoratesEn),
    place: head.place,
    body: both('body'),
    bodyGender: head.bodyGender,
    chair,
    rapporteurs: rapporteursOf(form),
    proposer: orAbsent(both('proposer')),
    signatory: head.signatoryIsChair ? chair : holderOf((field) => fields[`signatory.${field}`]),
  }
  const { language, reference, fiscalYear, meetingOn, convenedOn } = head
  return { language, reference, object: both('object'), header, fiscalYear, meetingOn, convenedOn }
}

function rapporteursOf(form: FormData): OfficeHolder[] {
  return Array.from({ length: mostRapporteurs }, (_, index) =>
    holderOf((field) => formText(form, `rapporteurs.${index}.${field}`).slice(0, 200)),
  ).filter((someone) => someone !== null)
}

/** Someone, or nobody when neither name is written. */
function holderOf(field: (name: string) => string | undefined): OfficeHolder | null {
  const read = (name: string) => (field(name) ?? '').trim()
  const [givenName, familyName, civil] = [read('givenName'), read('familyName'), read('civility')]
  if (givenName === '' && familyName === '') return null
  const known: Gender | null = civil === 'feminine' || civil === 'masculine' ? civil : null
  return { givenName, familyName, gender: known, capacity: orAbsent(localized(read('capacity.fr'), read('capacity.en'))) }
}

function orAbsent(words: Localized): Localized | null {
  return Object.keys(words).length === 0 ? null : words
}

/** One directorate a line; the English line of the same rank is its translation. */
function linesInBoth(fr: string, en: string): Localized[] {
  const lines = (words: string) =>
    words
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const [french, english] = [lines(fr), lines(en)]
  return Array.from({ length: Math.max(french.length, english.length) }, (_, index) => localized(french[index], english[index]))
}

export const submissionForm = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/, 'unknown') })
export const reasonForm = z.object({ reason: text(500) })

export const voteForm = z.object({
  outcome: z.enum(['adopted', 'rejected'], { error: 'required' }),
  on: date,
  inOffice: count,
  present: count,
  represented: count,
  secondCall: ticked,
  for: count,
  against: count,
  abstained: count,
  notVoting: count,
  secret: ticked,
  deliberationNumber: optionalText(50),
  'secretary.civility': civility,
  'secretary.givenName': text(100),
  'secretary.familyName': text(100),
})

export function voteOf(form: z.output<typeof voteForm>): { readonly vote: Vote; readonly minutes: Minutes } {
  const { outcome, on, inOffice, present, represented, secondCall, against, abstained, notVoting, secret, deliberationNumber } = form
  const vote: Vote = {
    outcome,
    on,
    attendance: { inOffice, present, represented, secondCall },
    ballot: { for: form.for, against, abstained, notVoting, secret },
  }
  const fields: Record<string, string> = {
    civility: form['secretary.civility'],
    givenName: form['secretary.givenName'],
    familyName: form['secretary.familyName'],
  }
  return { vote, minutes: { deliberationNumber, secretary: holderOf((field) => fields[field]) } }
}

/** Where the refusal of a vote is shown. */
export function fieldOfVote(problem: { readonly code: string }): string {
  if ('field' in problem) return String(problem.field)
  const fields: Readonly<Record<string, string>> = {
    more_present_than_in_office: 'present',
    more_proxies_than_present: 'represented',
    more_seated_than_in_office: 'represented',
    quorum_not_met: 'present',
    votes_do_not_add_up: 'for',
    outcome_contradicts_votes: 'outcome',
    decided_before_meeting: 'on',
    date_in_the_future: 'on',
    one_deliberation_per_number: 'deliberationNumber',
    reason_missing: 'reason',
  }
  return fields[problem.code] ?? ''
}

export const deferralForm = z.object({ outcome: z.enum(['adjourned', 'withdrawn'], { error: 'required' }), on: date, reason: text(500) })

/** Préfecture, sous-préfecture or SGAR, as the national schema writes it. */
const prefecture = optionalText(10).refine(
  (typed) => typed === null || /^(PREF[0-9AB]{3}|SPREF[0-9AB]{3}[0-9]|SGAR[0-9]{3})$/.test(typed),
  {
    error: 'prefecture_malformed',
  },
)

export const transmissionForm = z.object({ on: date, receipt: optionalText(100), prefectureId: prefecture })

export const publicationForm = z.object({
  on: date,
  address: optionalText(500).refine((typed) => typed === null || /^https?:\/\/\S+$/.test(typed), { error: 'address_malformed' }),
})

export const registrationForm = z.object({
  deliberationNumber: optionalText(50),
  subjectCode: z.string({ error: 'required' }).regex(/^\d\.\d{1,2}$/, 'required'),
  budgetName: optionalText(200),
})

export const templateForm = z.object({
  digest: z.string().max(64).default(''),
  'heading.fr': text(200),
  'heading.en': text(200),
  'body.fr': text(10_000),
  'body.en': text(10_000),
})

/** Where the refusal of a date is shown. */
export function fieldOfDate(problem: { readonly code: string }): string {
  return ['date_in_the_future', 'transmitted_before_vote', 'published_before_vote'].includes(problem.code) ? 'on' : ''
}

/** A part of a document as the form of its template says it. */
export function textOf(form: z.output<typeof templateForm>): SectionText {
  return {
    heading: localized(form['heading.fr'], form['heading.en']),
    body: localized(form['body.fr'], form['body.en']),
  }
}
