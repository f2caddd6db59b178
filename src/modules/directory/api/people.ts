import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import { type Api, addRead, addWrite, idAfter, localDateShape, pageOf, pageQuery, toPage, versionShape } from '#platform/openapi.ts'
import { ok } from '#platform/pure/outcome.ts'
import type { PersonDraft } from '../domain/person-draft.ts'
import { honorifics, legalBases } from '../domain/person.ts'
import { listPeopleAfter, loadPerson } from '../sql/people.ts'
import { addPerson } from '../usecases/add-person.ts'
import { changePerson, removePerson } from '../usecases/change-person.ts'
import { adding, changing, operation, person, personId, removing, showPerson, text, unusable } from './shapes.ts'

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

const ofPerson = unusable(
  'family_name_missing',
  'email_malformed',
  'phone_malformed',
  'phone_needs_its_country',
  'language_unknown',
  'consent_day_missing',
  'consent_source_missing',
)

export function addPeople(api: Api): void {
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
