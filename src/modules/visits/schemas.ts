import { z } from 'zod'
import { optionalDate, requiredText, text, wholeNumber } from '#platform/pure/form-fields.ts'
import { LOCALES } from '#platform/pure/locale.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { criterionKinds } from './domain/interest.ts'
import { letterKinds } from './domain/letter.ts'
import { type RequestFacts, askerKinds } from './domain/request.ts'

/** Shapes of the forms of visits. Messages are problem codes of texts.fr.ts. */

const address = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'too_long')
  .default('')
  .refine((typed) => typed === '' || /^[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+$/.test(typed), 'email_malformed')

/** ISO 3166-1 alpha-2, by its shape: the list of the form offers those that exist. */
export const country = z
  .string({ error: 'country_unknown' })
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'country_unknown')

const asked = {
  asker: requiredText(200),
  askerKind: z.enum(askerKinds, { error: 'required' }).default('other'),
  country,
  city: text(120),
  contactName: text(200),
  contactPhone: text(60),
  headName: text(200),
  headCapacity: text(200),
  peopleCount: wholeNumber(1, 10_000),
  wishedFrom: optionalDate,
  wishedTo: optionalDate,
  topics: text(300),
  purpose: text(8000),
  language: z.enum(LOCALES).catch('fr'),
  requestKey: z.uuid().optional(),
}

type Days = { readonly wishedFrom: LocalDate | null; readonly wishedTo: LocalDate | null }
const inOrder = ({ wishedFrom, wishedTo }: Days) => wishedTo === null || (wishedFrom !== null && wishedFrom <= wishedTo)

/** At the desk, one leaves an address: there is nobody else to answer. */
export const deskForm = z
  .object({
    ...asked,
    contactName: requiredText(200),
    contactEmail: address.refine((typed) => typed !== '', 'required'),
    topics: requiredText(300),
  })
  .refine(inOrder, { error: 'days_out_of_order', path: ['wishedTo'] })

export const requestForm = z
  .object({ ...asked, contactEmail: address, receivedOn: optionalDate, original: z.string().max(60_000, 'too_long').default('') })
  .refine(inOrder, { error: 'days_out_of_order', path: ['wishedTo'] })

export function factsOf(form: z.output<typeof requestForm> | z.output<typeof deskForm>): RequestFacts {
  const {
    asker,
    askerKind,
    city,
    contactName,
    contactEmail,
    contactPhone,
    headName,
    headCapacity,
    peopleCount,
    wishedFrom,
    wishedTo,
    topics,
    purpose,
  } = form
  return {
    language: form.language,
    asker,
    askerKind,
    country: form.country,
    city,
    contactName,
    contactEmail: contactEmail || null,
    contactPhone,
    headName,
    headCapacity,
    peopleCount,
    wishedFrom,
    wishedTo,
    topics,
    purpose,
  }
}

export const mailForm = z.object({ file: z.instanceof(File).optional(), pasted: z.string().max(60_000, 'mail_too_long').default('') })

const letter = {
  subject: requiredText(300),
  body: requiredText(10_000),
  language: z.enum(LOCALES).catch('fr'),
  send: z
    .string()
    .optional()
    .transform((box) => box !== undefined),
  requestKey: z.uuid().optional(),
}

export const acceptForm = z.object({
  ...letter,
  titleFr: requiredText(200),
  titleEn: text(200),
  startsOn: optionalDate,
  endsOn: optionalDate,
  city: text(120),
})
export const redirectForm = z.object({ ...letter, redirectedTo: requiredText(200), reason: text(2000) })
export const declineForm = z.object({ ...letter, reason: requiredText(2000) })
export const duplicateForm = z.object({ originalId: z.uuid({ error: 'required' }) })

export const settingsForm = z.object({
  slug: requiredText(60),
  isOpen: z
    .string()
    .optional()
    .transform((box) => box !== undefined),
  welcomeFr: text(2000),
  welcomeEn: text(2000),
  strongFrom: wholeNumber(1, 100).transform((sum) => sum ?? 4),
  version: z.coerce.number().int().default(0),
})

export const criterionForm = z.object({
  kind: z.enum(criterionKinds, { error: 'required' }),
  value: text(300),
  reasonFr: requiredText(300),
  reasonEn: text(300),
  weight: z
    .string({ error: 'required' })
    .trim()
    .transform((typed) => Number(typed.replace('−', '-')))
    .refine((weight) => Number.isInteger(weight) && weight !== 0 && Math.abs(weight) <= 5, 'weight_is_moderate'),
  partner: text(200),
  validFrom: optionalDate,
  validTo: optionalDate,
})
export const criterionChoice = z.object({ criterionId: z.uuid({ error: 'unknown' }) })

export const letterForm = z.object({
  kind: z.enum(letterKinds, { error: 'unknown' }),
  subjectFr: text(300),
  subjectEn: text(300),
  bodyFr: text(10_000),
  bodyEn: text(10_000),
})
