import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import { type Api, addWrite, idParam, idShape, localDateShape } from '#platform/openapi.ts'
import { ok } from '#platform/pure/outcome.ts'
import { loadPerson } from '../sql/people.ts'
import { affiliate, changeAffiliation, removeAffiliation } from '../usecases/affiliate.ts'
import { adding, capacity, operation, person, personId, protocolRank, removing, showPerson, unusable } from './shapes.ts'

const affiliationFields = {
  capacity,
  startsOn: localDateShape.nullable().default(null),
  endsOn: localDateShape.nullable().default(null),
  protocolRank: protocolRank.default(null),
}

const newAffiliation = z.object({ organisationId: idShape<'organisation'>(), ...affiliationFields })

const ofAffiliation = unusable('capacity_missing', 'ends_before_it_starts', 'organisation_unknown')

const affiliationId = personId.extend({ affiliationId: idParam<'affiliation'>() })

export function addAffiliations(api: Api): void {
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
