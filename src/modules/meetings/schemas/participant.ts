import { z } from 'zod'
import { consentKinds } from '../domain/participant.ts'
import type { ProfileWords } from '../usecases/write-participant.ts'
import { many, requiredId, requiredText, text, wholeNumber } from '#platform/pure/form-fields.ts'
import { languages, optionalEmail, words } from './fields.ts'

export const profileForm = z.object({
  version: z.coerce.number().int().default(0),
  circleId: requiredId,
  name: requiredText(200),
  city: text(100),
  country: text(2)
    .transform((code) => code.toUpperCase())
    .refine((code) => /^([A-Z]{2})?$/.test(code), 'country_is_iso_3166'),
  sectors: words(500),
  offers: words(1000),
  needs: words(1000),
  languages,
  target: wholeNumber(0, 1000),
  meetingQuota: wholeNumber(0, 1000),
  requestQuota: wholeNumber(0, 1000),
})

export function profileWords({ version: _version, country, ...form }: z.output<typeof profileForm>): ProfileWords {
  return { ...form, country: country || null, externalKey: null }
}

export const personForm = z.object({
  givenName: text(100),
  familyName: requiredText(100),
  job: text(150),
  email: optionalEmail,
  phone: text(40).transform((typed) => typed || null),
  consents: many(z.enum(consentKinds, { error: 'unknown' })),
})

export const personChoice = z.object({ representativeId: requiredId })
export const awayForm = z.object({ representativeId: requiredId, slotIds: many(z.uuid('unknown')) })
