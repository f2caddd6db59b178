import { formLocalized, formText } from '#platform/pure/form-text.ts'
import { z } from 'zod'
import { optionalDate, text, ticked, wholeNumber } from '#platform/pure/form-fields.ts'
import type { OrganisationIdentifier, Scheme } from './domain/identifier.ts'
import { schemes } from './domain/identifier.ts'
import type { OrganisationDraft } from './domain/organisation-draft.ts'
import { organisationKinds } from './domain/organisation.ts'
import type { PersonDraft } from './domain/person-draft.ts'
import { honorifics, legalBases } from './domain/person.ts'

/** Shapes shared by the doors. Messages are problem codes of texts.fr.ts. */

const version = z.coerce.number().int().optional()

export const organisationForm = z.object({
  name: text(200),
  kind: z.enum(organisationKinds, { error: 'required' }),
  country: z.string({ error: 'country_unknown' }).min(1, 'country_unknown'),
  city: text(100),
  website: text(300),
  isAnother: ticked,
  version,
})

export function organisationDraftOf(form: z.output<typeof organisationForm>, all: FormData): OrganisationDraft {
  const { name, kind, country, city, website } = form
  return { name, kind, country, city, website, names: formLocalized(all, 'names'), identifiers: identifierLines(all) }
}

/** The lines of identifiers of a submitted form, in order, blank ones included: a problem is shown at its line. */
function identifierLines(all: FormData): OrganisationIdentifier[] {
  const lines: OrganisationIdentifier[] = []
  for (let index = 0; all.has(`identifiers.${index}.value`) && index < 20; index += 1) {
    const scheme = formText(all, `identifiers.${index}.scheme`)
    const value = formText(all, `identifiers.${index}.value`).slice(0, 200)
    lines.push(isScheme(scheme) ? { scheme, value } : { scheme: guessScheme(value), value })
  }
  return lines
}

const isScheme = (scheme: string): scheme is Scheme => schemes.some((known) => known === scheme)

/** A number written without its register: fourteen digits are a SIRET, Q and digits a Wikidata item; otherwise it is read as a SIREN, and refused if it is none. */
function guessScheme(value: string): Scheme {
  const compact = value.replace(/[\s.-]/g, '')
  if (/^\d{14}$/.test(compact)) return 'FR-SIRET'
  if (/^W\d/i.test(compact)) return 'FR-RNA'
  return /^Q\d+$/i.test(compact) ? 'WIKIDATA' : 'FR-SIREN'
}

export const personForm = z.object({
  givenName: text(100),
  familyName: text(100),
  honorific: z.union([z.enum(honorifics), z.literal('').transform(() => null)], { error: 'unknown' }).default(null),
  originalScript: text(100),
  preferredLanguage: text(10),
  email: text(200),
  phone: text(40),
  legalBasis: z.enum(legalBases, { error: 'unknown' }).default('public_task'),
  consentedOn: optionalDate,
  consentSource: text(200),
  lastContactOn: optionalDate,
  isAnother: ticked,
  version,
})

export function personDraftOf(form: z.output<typeof personForm>): PersonDraft {
  const { givenName, familyName, honorific, originalScript, preferredLanguage, email, phone } = form
  const { legalBasis, consentedOn, consentSource, lastContactOn } = form
  const ground = { legalBasis, consentedOn, consentSource, lastContactOn }
  return { givenName, familyName, honorific, originalScript, preferredLanguage, email, phone, ground }
}

/** What someone is, for whom and when. `choice` answers "which one?" when the name alone did not say: an organisation, or a new card. */
export const affiliationForm = z.object({
  organisation: text(200),
  choice: z.union([z.uuid(), z.literal('new'), z.literal('')], { error: 'unknown' }).default(''),
  newKind: z.enum(organisationKinds, { error: 'unknown' }).default('other'),
  newCountry: text(2),
  startsOn: optionalDate,
  endsOn: optionalDate,
  protocolRank: wholeNumber(1, 999),
})
export type AffiliationForm = z.output<typeof affiliationForm>

type Coded = { readonly code: string; readonly index?: number }

/** Where a refusal is shown: at the field that can mend it, or above the form. */
export function organisationField({ code, index }: Coded): string {
  if (index !== undefined) return `identifiers.${index}.value`
  const fields: Record<string, string> = {
    name_missing: 'name',
    organisation_known_by_name: 'name',
    country_unknown: 'country',
    website_malformed: 'website',
  }
  return fields[code] ?? ''
}

export function personField({ code }: Coded): string {
  if (code.startsWith('phone_')) return 'phone'
  const fields: Record<string, string> = {
    family_name_missing: 'familyName',
    person_known: 'familyName',
    email_malformed: 'email',
    language_unknown: 'preferredLanguage',
    consent_day_missing: 'consentedOn',
    consent_is_plausible: 'consentedOn',
    consent_source_missing: 'consentSource',
    contact_is_plausible: 'lastContactOn',
  }
  return fields[code] ?? ''
}

export function affiliationField({ code }: Coded): string {
  const fields: Record<string, string> = {
    capacity_missing: 'capacity.fr',
    held_already: 'capacity.fr',
    ends_before_it_starts: 'endsOn',
    country_unknown: 'newCountry',
    name_missing: 'organisation',
    organisation_missing: 'organisation',
    organisation_unknown: 'organisation',
    organisation_ambiguous: 'organisation',
  }
  return fields[code] ?? ''
}
