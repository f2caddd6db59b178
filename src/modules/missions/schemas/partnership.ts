import { z } from 'zod'
import { requiredText, text } from '#platform/pure/form-fields.ts'
import { isCurrency } from '#platform/pure/currency.ts'
import { LOCALES } from '#platform/pure/locale.ts'
import { isTimeZone } from '#platform/pure/time-zone.ts'
import { offeredRoles } from '../domain/partnership.ts'

/** Shapes of the forms by which partners are asked, and answer. Messages are problem codes. */
const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'country_unknown')

const address = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'email_malformed')
  .refine((typed) => typed === '' || z.email().safeParse(typed).success, 'email_malformed')
  .default('')

export const partnerForm = z
  .object({
    organisationId: z.union([z.uuid(), z.literal('')], { error: 'unknown' }).default(''),
    seatId: z.union([z.uuid(), z.literal('')]).catch(''),
    newName: text(200),
    country: country.default('FR'),
    role: z.enum(offeredRoles, { error: 'required' }),
    workstreamFr: text(200),
    workstreamEn: text(200),
    email: address,
    language: z.enum(LOCALES).catch('fr'),
    message: text(2000),
  })
  .refine((form) => form.organisationId !== '' || form.newName !== '', { error: 'organisation_missing', path: ['organisationId'] })

export const invitationForm = z.object({ invitationId: z.uuid({ error: 'unknown' }) })

export const refusalForm = z.object({ reason: requiredText(1000) })

export const foundingForm = z.object({
  organisationName: requiredText(200),
  kind: requiredText(40),
  country,
  city: text(120).transform((city) => city || null),
  currency: z.string().trim().toUpperCase().refine(isCurrency, 'currency_unknown'),
  timeZone: z.string().trim().refine(isTimeZone, 'zone_unknown'),
})

/** Someone who has no account yet says who they are, besides. */
export const newcomerForm = foundingForm.extend({ name: requiredText(120), locale: z.enum(LOCALES).catch('fr') })
