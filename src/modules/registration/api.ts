import { z } from '@hono/zod-openapi'
import { allow, found } from '#platform/actor.ts'
import {
  type Api,
  addRead,
  addWrite,
  idAfter,
  idParam,
  idShape,
  instantShape,
  localizedShape,
  pageOf,
  pageQuery,
  toPage,
  versionShape,
} from '#platform/openapi.ts'
import { asId } from '#platform/pure/ids.ts'
import { ok } from '#platform/pure/outcome.ts'
import { memberCategories } from '#modules/delegations/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import { type Application, applicationStates } from './domain/application.ts'
import { decisions } from './domain/decision.ts'
import { linkKinds } from './domain/link.ts'
import { mostPlaces } from './domain/places.ts'
import { mayHandleApplications } from './domain/rights.ts'
import { listPlaces } from './sql.ts'
import { loadApplication, pageApplications } from './sql/applications.ts'
import { decideApplications } from './usecases/decide.ts'
import { setQuota } from './usecases/set-quota.ts'

const tag = 'registration'
const mission = z.object({ missionId: idParam<'mission'>() })
const application = mission.extend({ applicationId: idParam<'application'>() })
const partner = mission.extend({ organisationId: idParam<'organisation'>() })

const applicationShape = z
  .object({
    id: idShape<'application'>(),
    organisationId: idShape<'organisation'>(),
    organisationName: z.string(),
    state: z.enum(applicationStates),
    arrivedBy: z.enum(linkKinds),
    language: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    category: z.enum(memberCategories).nullable(),
    represents: z.string().nullable(),
    capacity: localizedShape,
    answers: z.record(z.string(), z.string()).openapi({ description: 'By the name of the question.' }),
    submittedAt: instantShape.nullable(),
    endorsedAt: instantShape.nullable(),
    waitingRank: z.int().nullable().openapi({ description: 'The place in the waiting list of its partner, from 1.' }),
    reason: z.string().nullable(),
    memberId: z.string().nullable().openapi({ description: 'The member of the delegation it made, once it has a place.' }),
  })
  .openapi('Application', {
    description: 'Never how to reach the person, what they need on the way, nor a passport: those are read on the pages, by those who may.',
  })

const placesShape = z
  .object({
    organisationId: idShape<'organisation'>(),
    organisationName: z.string(),
    places: z.int().nullable().openapi({ description: 'Null when nothing limits them.' }),
    taken: z.int(),
    byApplication: z
      .int()
      .openapi({ description: 'Of those taken, by an application; the others were listed by an officer, or imported.' }),
    waiting: z.int(),
    version: z.int().openapi({ description: '0 as long as nothing limited them.' }),
  })
  .openapi('Places')

/** Applications and places for programs: the use-cases of the pages. */
export function addRegistrationOperations(api: Api): void {
  addApplicationOperations(api)
  addPlaceOperations(api)
}

function addApplicationOperations(api: Api): void {
  addRead(
    api,
    {
      path: '/missions/{missionId}/applications',
      operationId: 'listApplications',
      summary: 'Applications of your organisation, and those endorsed if you organise the mission',
      tag,
      params: mission,
      query: pageQuery.extend({ state: z.enum(applicationStates).optional() }),
      answer: pageOf(applicationShape),
    },
    async (ctx, { params: { missionId }, query }) => {
      const { id, partners } = found(await loadMission(ctx.tx, missionId))
      allow(mayHandleApplications(ctx.actor, partners))
      const rows = await pageApplications(ctx.tx, id, query.state ?? null, idAfter(query.cursor), query.limit + 1)
      return toPage(rows, query.limit, (row) => [row.id], presented)
    },
  )
  addRead(
    api,
    {
      path: '/missions/{missionId}/applications/{applicationId}',
      operationId: 'readApplication',
      summary: 'An application',
      tag,
      params: application,
      answer: applicationShape,
    },
    async (ctx, { params: { missionId, applicationId } }) => {
      const { id, partners } = found(await loadMission(ctx.tx, missionId))
      allow(mayHandleApplications(ctx.actor, partners))
      return presented(found(await loadApplication(ctx.tx, id, applicationId)))
    },
  )
  addWrite(
    api,
    {
      method: 'post',
      path: '/missions/{missionId}/applications/{applicationId}/decision',
      operationId: 'decideApplication',
      summary: 'Approves an application, asks for more, or refuses it',
      description:
        'An approval of the sending organisation endorses, one of those who organise gives a place or a rank on the waiting list. The letter leaves ten minutes later; until then the decision can be undone on its page.',
      tag,
      params: application,
      body: z
        .object({ decision: z.enum(decisions), reason: z.string().trim().max(2000, 'too_long').default('') })
        .openapi('ApplicationDecision', { description: '`reason` is read by the person; only an approval goes without.' }),
      answer: applicationShape,
      refusals: { reason_missing: 422, not_yours: 409, over: 409, waits_its_turn: 409, a_sub_delegation_keeps_to_its_quota: 409 },
    },
    async (ctx, { params: { missionId, applicationId }, body: { decision, reason } }) => {
      const { id, partners } = found(await loadMission(ctx.tx, missionId))
      allow(mayHandleApplications(ctx.actor, partners))
      found(await loadApplication(ctx.tx, id, applicationId))
      const decided = await decideApplications(ctx, missionId, { ids: [applicationId], decision, reason }, null)
      return decided.ok ? ok(presented(found(await loadApplication(ctx.tx, id, applicationId)))) : decided
    },
  )
}

function addPlaceOperations(api: Api): void {
  addRead(
    api,
    {
      path: '/missions/{missionId}/places',
      operationId: 'listPlaces',
      summary: 'Places, how many, taken and waited for: of every partner for those who organise, of one’s own organisation for the others',
      tag,
      params: mission,
      answer: z.object({ items: z.array(placesShape) }),
    },
    async ({ tx }, { params: { missionId } }) => ({ items: await listPlaces(tx, found(await loadMission(tx, missionId)).id) }),
  )
  addWrite(
    api,
    {
      method: 'put',
      path: '/missions/{missionId}/places/{organisationId}',
      operationId: 'setPlaces',
      summary: 'Says how many people a partner may bring; null lifts the limit',
      description:
        '`version` is the one you read, 0 for the first; if someone saved since, nothing changes and the answer is 409 `stale_edit`.',
      tag,
      params: partner,
      body: z.object({ places: z.int().min(0).max(mostPlaces).nullable(), version: versionShape.or(z.literal(0)) }).openapi('PlacesChange'),
      answer: placesShape,
      refusals: { stale_edit: 409, a_quota_covers_who_travels_already: 409 },
    },
    async (ctx, { params: { missionId, organisationId }, body: { places, version } }) => {
      const set = await setQuota(ctx, missionId, asId(organisationId), places, version)
      if (!set.ok) return set
      return ok(found((await listPlaces(ctx.tx, missionId)).find((each) => each.organisationId === organisationId)))
    },
  )
}

function presented({ linkKind, capacity, language, ...row }: Application): z.input<typeof applicationShape> {
  const { id, organisationId, organisationName, state, givenName, familyName, category, represents, answers } = row
  const { submittedAt, endorsedAt, waitingRank, reason, memberId } = row
  return {
    id,
    organisationId,
    organisationName,
    state,
    arrivedBy: linkKind,
    language,
    givenName,
    familyName,
    category,
    represents,
    capacity: capacity === '' ? {} : { [language]: capacity },
    answers,
    submittedAt,
    endorsedAt,
    waitingRank,
    reason,
    memberId,
  }
}
