import { z } from 'zod'
import { consentKinds } from '../domain/participant.ts'
import type { ProfileWords } from '../usecases/write-participant.ts'
import { many, optionalId, requiredId, requiredText, text, wholeNumber } from '#platform/pure/form-fields.ts'
import { shownFields, stages } from '../domain/company-profile.ts'
import { countries, languages, optionalEmail, sectorCodes, words } from './fields.ts'

/** What a company looks for and offers: with the organisation that brings it, or through its link. */
const trade = { sectors: words(500), offers: words(1000), needs: words(1000), languages }

const details = {
  version: z.coerce.number().int().default(0),
  nace: sectorCodes('nace'),
  cpv: sectorCodes('cpv'),
  stage: z.enum([...stages, ''], { error: 'unknown' }).transform((stage) => stage || null),
  markets: countries,
  knownBy: text(1000),
  shown: many(z.enum(shownFields, { error: 'unknown' })),
}
export const detailsForm = z.object(details)
export const ownProfileForm = z.object({ ...details, ...trade })

/** The version read, and what is written. */
export function detailsOf<Typed extends z.output<typeof detailsForm>>({ version, nace, cpv, ...typed }: Typed) {
  return { version, profile: { ...typed, sectorCodes: [...nace, ...cpv] } }
}

export const profileForm = z.object({
  version: z.coerce.number().int().default(0),
  circleId: requiredId,
  name: requiredText(200),
  city: text(100),
  country: text(2)
    .transform((code) => code.toUpperCase())
    .refine((code) => /^([A-Z]{2})?$/.test(code), 'country_is_iso_3166'),
  ...trade,
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

/** The same of somebody who comes already. */
export const personChangeForm = personForm.extend({ representativeId: requiredId, version: z.coerce.number().int().default(0) })

export const travellerForm = z.object({ representativeId: requiredId, memberId: optionalId })
export const legsForm = z.object({ legIds: many(z.uuid('unknown')) })
export const personChoice = z.object({ representativeId: requiredId })
export const awayForm = z.object({ representativeId: requiredId, slotIds: many(z.uuid('unknown')) })
