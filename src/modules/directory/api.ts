import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import {
  type Api,
  addRead,
  addWrite,
  countryShape,
  idAfter,
  idParam,
  idShape,
  localDateShape,
  localizedShape,
  localizedToJson,
  pageOf,
  pageQuery,
  readCursor,
  toPage,
  versionShape,
} from '#platform/openapi.ts'
import { ok } from '#platform/pure/outcome.ts'
import type { City } from './domain/city.ts'
import { schemes } from './domain/identifier.ts'
import type { OrganisationDraft } from './domain/organisation-draft.ts'
import { type Organisation, organisationKinds } from './domain/organisation.ts'
import type { PersonDraft } from './domain/person-draft.ts'
import { type Person, fullName, honorifics, legalBases } from './domain/person.ts'
import { resultKinds } from './domain/search-result.ts'
import { listCities, loadCity } from './sql/cities.ts'
import { listOrganisationsAfter, loadOrganisation } from './sql/organisations.ts'
import { listPeopleAfter, loadPerson } from './sql/people.ts'
import { addOrganisation } from './usecases/add-organisation.ts'
import { addPerson } from './usecases/add-person.ts'
import { affiliate, changeAffiliation, removeAffiliation } from './usecases/affiliate.ts'
import { changeOrganisation } from './usecases/change-organisation.ts'
import { changePerson, removePerson } from './usecases/change-person.ts'
import { searchDirectory } from './usecases/search-directory.ts'

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'text_too_long')
    .refine((typed) => !typed.includes('\u0000'), 'text_malformed')
const capacity = localizedShape.openapi({ example: { fr: 'maire', en: 'mayor' } })

const identifier = z
  .object({ scheme: z.enum(schemes), value: text(200) })
  .openapi('Identifier', { example: { scheme: 'FR-SIREN', value: '221300015' } })

const organisation = z
  .object({
    id: idShape<'organisation'>(),
    name: z.string(),
    names: localizedShape,
    kind: z.enum(organisationKinds),
    country: countryShape,
    cityId: idShape<'city'>().nullable(),
    cityName: z.string().nullable(),
    website: z.string().nullable(),
    isWorkspace: z.boolean(),
    keptBy: idShape<'organisation'>(),
    identifiers: z.array(identifier),
    version: z.int(),
  })
  .openapi('Organisation')

const organisationFields = {
  names: localizedShape.optional(),
  cityName: text(100).nullable().optional(),
  website: text(300).nullable().optional(),
  identifiers: z.array(identifier).max(20).optional(),
}
const newOrganisation = z.object({
  name: text(200),
  kind: z.enum(organisationKinds),
  country: countryShape,
  ...organisationFields,
  isAnother: z.boolean().default(false).openapi({ description: 'Another organisation than the known one of the same name.' }),
})
const organisationPart = z
  .object({ name: text(200), kind: z.enum(organisationKinds), country: countryShape })
  .partial()
  .extend(organisationFields)
const organisationChange = organisationPart.extend({ version: versionShape })

const protocolRank = z.int().min(1).max(999).nullable().openapi({ description: 'Within the organisation; 1 is named first.' })
const affiliation = z
  .object({
    id: idShape<'affiliation'>(),
    organisation: z.object({ id: idShape<'organisation'>(), name: z.string(), names: localizedShape, kind: z.enum(organisationKinds) }),
    capacity,
    startsOn: localDateShape.nullable(),
    endsOn: localDateShape.nullable(),
    protocolRank,
  })
  .openapi('Affiliation')
const affiliationFields = {
  capacity,
  startsOn: localDateShape.nullable().default(null),
  endsOn: localDateShape.nullable().default(null),
  protocolRank: protocolRank.default(null),
}
const newAffiliation = z.object({ organisationId: idShape<'organisation'>(), ...affiliationFields })

const person = z
  .object({
    id: idShape<'person'>(),
    givenName: z.string(),
    familyName: z.string(),
    honorific: z.enum(honorifics).nullable(),
    originalScript: z.string().nullable(),
    preferredLanguage: z.string().nullable().openapi({ description: 'ISO 639-1' }),
    email: z.string().nullable(),
    phone: z.string().nullable().openapi({ description: 'ITU-T E.164', example: '+33491130000' }),
    legalBasis: z.enum(legalBases),
    consentedOn: localDateShape.nullable(),
    consentSource: z.string().nullable(),
    lastContactOn: localDateShape.nullable(),
    affiliations: z.array(affiliation),
    version: z.int(),
  })
  .openapi('Person')
const personFields = {
  givenName: text(100).optional(),
  honorific: z.enum(honorifics).nullable().optional(),
  originalScript: text(100).nullable().optional(),
  preferredLanguage: text(10).nullable().optional(),
  email: text(200).nullable().optional(),
  phone: text(40).nullable().optional(),
  legalBasis: z.enum(legalBases).optional().openapi({ description: 'GDPR, article 6-1: e, c, b, a' }),
  consentedOn: localDateShape.nullable().optional(),
  consentSource: text(200).nullable().optional(),
  lastContactOn: localDateShape.nullable().optional(),
}
const newPerson = z.object({
  familyName: text(100),
  ...personFields,
  isAnother: z.boolean().default(false).openapi({ description: 'Somebody else than the known person of the same name.' }),
})
const personPart = z.object({ familyName: text(100).optional(), ...personFields })
const personChange = personPart.extend({ version: versionShape })

const city = z
  .object({
    id: idShape<'city'>(),
    geonamesId: z.int(),
    name: z.string(),
    names: localizedShape,
    country: countryShape,
    longitude: z.number(),
    latitude: z.number(),
    timeZone: z.string().openapi({ description: 'IANA', example: 'Europe/Rome' }),
  })
  .openapi('City')

const searchQuery = z.object({ q: text(200).min(1, 'text_blank'), kind: z.enum(resultKinds).optional(), limit: pageQuery.shape.limit })
const searchAnswer = z.object({
  results: z.array(z.object({ kind: z.enum(resultKinds), id: z.string(), name: z.string() })),
  total: z.int(),
  isApproximate: z.boolean().openapi({ description: 'Nothing answers the words as they are; these resemble them.' }),
})

const unusable = (...codes: string[]) => Object.fromEntries(codes.map((code) => [code, 422] as const))
const ofOrganisation = unusable(
  'name_missing',
  'country_unknown',
  'website_malformed',
  'identifier_malformed',
  'identifier_checksum_wrong',
  'identifier_repeated',
)
const ofPerson = unusable(
  'family_name_missing',
  'email_malformed',
  'phone_malformed',
  'phone_needs_its_country',
  'language_unknown',
  'consent_day_missing',
  'consent_source_missing',
)
const ofAffiliation = unusable('capacity_missing', 'ends_before_it_starts', 'organisation_unknown')

const organisationId = z.object({ organisationId: idParam<'organisation'>() })
const personId = z.object({ personId: idParam<'person'>() })
const affiliationId = personId.extend({ affiliationId: idParam<'affiliation'>() })

const operation = (path: string, operationId: string, summary: string) => ({ path, operationId, summary, tag: 'directory' })
const adding = { method: 'post', status: 201 } as const
const changing = { method: 'patch' } as const
const removing = { method: 'delete', answer: z.object({ id: z.string() }) } as const

/** Adds the operations of the directory to the API. */
export function addDirectoryOperations(api: Api): void {
  addSearch(api)
  addOrganisations(api)
  addPeople(api)
  addAffiliations(api)
  addCities(api)
}

function addSearch(api: Api): void {
  const describe = operation('/directory/search', 'searchDirectory', 'Organisations, people and cities that answer a text')
  addRead(api, { ...describe, query: searchQuery, answer: searchAnswer }, async (ctx, { query: { q, kind, limit } }) => {
    const found = await searchDirectory(ctx, { text: q, kind, limit })
    const results = found.results.map((result) => ({
      kind: result.kind,
      id: result.id,
      name: result.kind === 'person' ? fullName(result) : result.name,
    }))
    return { ...found, results }
  })
}

function addOrganisations(api: Api): void {
  const list = operation('/organisations', 'listOrganisations', 'Organisations one sees, in the order in which they came')
  addRead(api, { ...list, query: pageQuery, answer: pageOf(organisation) }, async (ctx, { query }) => {
    const rows = await listOrganisationsAfter(ctx.tx, idAfter(query.cursor), query.limit + 1)
    return toPage(rows, query.limit, ({ id }) => [id], showOrganisation)
  })
  const one = operation('/organisations/{organisationId}', 'readOrganisation', 'An organisation')
  addRead(api, { ...one, params: organisationId, answer: organisation }, async (ctx, { params }) =>
    showOrganisation(found(await loadOrganisation(ctx.tx, params.organisationId))),
  )
  const add = operation('/organisations', 'addOrganisation', 'Adds a card to the directory of one’s organisation')
  addWrite(api, { ...add, ...adding, body: newOrganisation, answer: organisation, refusals: ofOrganisation }, async (ctx, { body }) => {
    const { isAnother, ...fields } = body
    const added = await addOrganisation(ctx, organisationDraft(fields), { isAnother })
    return added.ok ? ok(showOrganisation(found(await loadOrganisation(ctx.tx, added.value)))) : added
  })
  const change = {
    ...operation(one.path, 'changeOrganisation', 'Changes a card one keeps; what is left out stays'),
    ...changing,
    params: organisationId,
  }
  addWrite(api, { ...change, body: organisationChange, answer: organisation, refusals: ofOrganisation }, async (ctx, { params, body }) => {
    const { version, ...fields } = body
    const saved = found(await loadOrganisation(ctx.tx, params.organisationId))
    const changed = await changeOrganisation(ctx, saved.id, version, organisationDraft({ ...saved, ...fields }))
    return changed.ok ? ok(showOrganisation(changed.value)) : changed
  })
}

function addPeople(api: Api): void {
  const list = operation('/people', 'listPeople', 'People of one’s directory, in the order in which they came')
  addRead(api, { ...list, query: pageQuery, answer: pageOf(person) }, async (ctx, { query }) => {
    const rows = await listPeopleAfter(ctx.tx, idAfter(query.cursor), query.limit + 1)
    return toPage(rows, query.limit, ({ id }) => [id], showPerson)
  })
  const one = operation('/people/{personId}', 'readPerson', 'A person')
  addRead(api, { ...one, params: personId, answer: person }, async (ctx, { params }) =>
    showPerson(found(await loadPerson(ctx.tx, params.personId))),
  )
  const add = operation('/people', 'addPerson', 'Adds someone to the directory of one’s organisation')
  addWrite(api, { ...add, ...adding, body: newPerson, answer: person, refusals: ofPerson }, async (ctx, { body }) => {
    const { isAnother, ...fields } = body
    const added = await addPerson(ctx, personDraft(fields), { isAnother })
    return added.ok ? ok(showPerson(found(await loadPerson(ctx.tx, added.value)))) : added
  })
  const change = { ...operation(one.path, 'changePerson', 'Changes someone’s card; what is left out stays'), ...changing, params: personId }
  addWrite(api, { ...change, body: personChange, answer: person, refusals: ofPerson }, async (ctx, { params, body }) => {
    const { version, ...fields } = body
    const saved = found(await loadPerson(ctx.tx, params.personId))
    const changed = await changePerson(ctx, saved.id, version, personDraft({ ...saved, ...fields }))
    return changed.ok ? ok(showPerson(changed.value)) : changed
  })
  const remove = operation(one.path, 'removePerson', 'Removes someone and their affiliations')
  addWrite(api, { ...remove, ...removing, params: personId }, async (ctx, { params }) => {
    await removePerson(ctx, params.personId)
    return ok({ id: params.personId })
  })
}

function addAffiliations(api: Api): void {
  const add = {
    ...operation('/people/{personId}/affiliations', 'affiliatePerson', 'Says what someone is, for whom and when'),
    ...adding,
    params: personId,
  }
  addWrite(api, { ...add, body: newAffiliation, answer: person, refusals: ofAffiliation }, async (ctx, { params, body }) => {
    const { organisationId, ...draft } = body
    const affiliated = await affiliate(ctx, params.personId, organisationId, draft)
    return affiliated.ok ? ok(showPerson(found(await loadPerson(ctx.tx, params.personId)))) : affiliated
  })
  const path = '/people/{personId}/affiliations/{affiliationId}'
  const change = {
    ...operation(path, 'changeAffiliation', 'Corrects an affiliation, or ends it'),
    method: 'put',
    params: affiliationId,
  } as const
  addWrite(
    api,
    { ...change, body: z.object(affiliationFields), answer: person, refusals: ofAffiliation },
    async (ctx, { params, body }) => {
      const changed = await changeAffiliation(ctx, params.personId, params.affiliationId, body)
      return changed.ok ? ok(showPerson(found(await loadPerson(ctx.tx, params.personId)))) : changed
    },
  )
  const remove = operation(path, 'removeAffiliation', 'Removes an affiliation noted by mistake')
  addWrite(api, { ...remove, ...removing, params: affiliationId }, async (ctx, { params }) => {
    await removeAffiliation(ctx, params.personId, params.affiliationId)
    return ok({ id: params.affiliationId })
  })
}

function addCities(api: Api): void {
  const list = operation('/cities', 'listCities', 'Cities of the world, from GeoNames (CC BY 4.0)')
  addRead(api, { ...list, query: pageQuery, answer: pageOf(city) }, async (ctx, { query: { limit, cursor } }) => {
    const [after] = cursor === undefined ? [0] : readCursor(cursor, 1)
    const last = found(typeof after === 'number' ? after : null)
    const cities = (await listCities(ctx.tx)).toSorted((a, b) => a.geonamesId - b.geonamesId)
    return toPage(
      cities.filter(({ geonamesId }) => geonamesId > last).slice(0, limit + 1),
      limit,
      ({ geonamesId }) => [geonamesId],
      showCity,
    )
  })
  const one = operation('/cities/{cityId}', 'readCity', 'A city')
  addRead(api, { ...one, params: z.object({ cityId: idParam<'city'>() }), answer: city }, async (ctx, { params }) =>
    showCity(found(await loadCity(ctx.tx, params.cityId))),
  )
}

function showOrganisation({ names, identifiers, ...card }: Organisation): z.input<typeof organisation> {
  return { ...card, names: localizedToJson(names), identifiers: [...identifiers] }
}

function showPerson({ affiliations, ...card }: Person): z.input<typeof person> {
  const shown = affiliations.map(({ capacity, organisation, ...dates }) => ({
    ...dates,
    capacity: localizedToJson(capacity),
    organisation: { ...organisation, names: localizedToJson(organisation.names) },
  }))
  return { ...card, affiliations: shown }
}

function showCity({ names, ...facts }: City): z.input<typeof city> {
  return { ...facts, names: localizedToJson(names) }
}

/** The card as it would be; an absent or null fact is unknown. */
function organisationDraft(
  card: Omit<z.output<typeof organisationPart>, 'names' | 'identifiers'> & Partial<Pick<Organisation, 'names' | 'identifiers'>>,
): OrganisationDraft {
  const { name = '', names = {}, kind = 'other', country = '', cityName, website, identifiers = [] } = card
  return { name, names, kind, country, city: cityName ?? '', website: website ?? '', identifiers }
}

function personDraft({
  givenName,
  familyName,
  honorific,
  originalScript,
  preferredLanguage,
  email,
  phone,
  ...grounds
}: z.output<typeof personPart>): PersonDraft {
  const known = { originalScript: originalScript ?? '', preferredLanguage: preferredLanguage ?? '', email: email ?? '', phone: phone ?? '' }
  const ground = {
    legalBasis: grounds.legalBasis ?? 'public_task',
    consentedOn: grounds.consentedOn ?? null,
    consentSource: grounds.consentSource ?? '',
    lastContactOn: grounds.lastContactOn ?? null,
  }
  return { ...known, givenName: givenName ?? '', familyName: familyName ?? '', honorific: honorific ?? null, ground }
}
