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
  localizedShape,
  localizedToJson,
  pageOf,
  pageQuery,
  toPage,
  versionShape,
} from '#platform/openapi.ts'
import { ok } from '#platform/pure/outcome.ts'
import { schemes } from '../domain/identifier.ts'
import type { OrganisationDraft } from '../domain/organisation-draft.ts'
import { type Organisation, organisationKinds } from '../domain/organisation.ts'
import { listOrganisationsAfter, loadOrganisation } from '../sql/organisations.ts'
import { addOrganisation } from '../usecases/add-organisation.ts'
import { changeOrganisation } from '../usecases/change-organisation.ts'
import { adding, changing, operation, text, unusable } from './shapes.ts'

const identifier = z
  .object({ scheme: z.enum(schemes), value: text(200) })
  .openapi('Identifier', { example: { scheme: 'FR-SIREN', value: '221300015' } })

export const organisation = z
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

const ofOrganisation = unusable(
  'name_missing',
  'country_unknown',
  'website_malformed',
  'identifier_malformed',
  'identifier_checksum_wrong',
  'identifier_repeated',
)

export const organisationId = z.object({ organisationId: idParam<'organisation'>() })

export function addOrganisations(api: Api): void {
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

function showOrganisation({ names, identifiers, ...card }: Organisation): z.input<typeof organisation> {
  return { ...card, names: localizedToJson(names), identifiers: [...identifiers] }
}

/** The card as it would be; an absent or null fact is unknown. */
function organisationDraft(
  card: Omit<z.output<typeof organisationPart>, 'names' | 'identifiers'> & Partial<Pick<Organisation, 'names' | 'identifiers'>>,
): OrganisationDraft {
  const { name = '', names = {}, kind = 'other', country = '', cityName, website, identifiers = [] } = card
  return { name, names, kind, country, city: cityName ?? '', website: website ?? '', identifiers }
}
