import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import {
  type Api,
  addRead,
  addWrite,
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
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import type { GivenRow } from './domain/import-plan.ts'
import { type MemberId, memberCategories, memberFunctions, memberStates } from './domain/member.ts'
import { longest } from './domain/registration.ts'
import { mayReadContacts } from './domain/rights.ts'
import { countMembers } from './sql/counts.ts'
import { loadMember, pageMembers } from './sql/members.ts'
import { loadOwnMember } from './sql/own-members.ts'
import { changeMember } from './usecases/change-member.ts'
import { importMembers } from './usecases/import-members.ts'
import { registerMember } from './usecases/register-member.ts'
import { withdrawMember } from './usecases/withdraw-member.ts'

const text = (max: number) => z.string().trim().max(max, 'too_long')
const name = text(longest.name).min(1, 'required')
const nullable = (max: number) => text(max).nullable().default(null)

const contactShape = z
  .object({ email: nullable(longest.email), phone: nullable(longest.phone), notes: nullable(longest.notes) })
  .openapi('MemberContact', { description: 'Read and written by the organisation that sends the person only.' })

const memberShape = z
  .object({
    id: idShape<'member'>(),
    organisationId: idShape<'organisation'>(),
    organisationName: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    category: z.enum(memberCategories),
    capacity: localizedShape,
    represents: z.string().nullable(),
    function: z.enum(memberFunctions),
    isMissionHead: z.boolean(),
    state: z.enum(memberStates),
    version: z.int(),
  })
  .openapi('Member')

const ownMemberShape = memberShape
  .extend({ contact: z.union([contactShape, z.null()]), externalKey: z.string().nullable() })
  .openapi('MemberDetail')

const draftShape = z
  .object({
    givenName: name,
    familyName: name,
    category: z.enum(memberCategories),
    function: z.enum(memberFunctions).default('member'),
    capacity: localizedShape.default({}),
    represents: nullable(longest.represents),
    externalKey: nullable(longest.externalKey),
    contact: contactShape.default({ email: null, phone: null, notes: null }),
  })
  .openapi('MemberDraft')

const rowShape = z
  .object({
    givenName: name,
    familyName: name,
    category: z.enum(memberCategories),
    function: z.enum(memberFunctions).nullable().optional(),
    capacityFr: text(longest.capacity).optional(),
    capacityEn: text(longest.capacity).optional(),
    represents: text(longest.represents).nullable().optional(),
    externalKey: text(longest.externalKey).nullable().optional(),
    email: text(longest.email).nullable().optional(),
    phone: text(longest.phone).nullable().optional(),
    notes: text(longest.notes).nullable().optional(),
  })
  .openapi('MemberRow', { description: 'A property that is absent changes nothing of a member already known.' })

const countsShape = z
  .object({
    persons: z.int(),
    organisations: z.int(),
    companies: z.int(),
    byCategory: z.object(
      Object.fromEntries(memberCategories.map((category) => [category, z.int()])) as Record<(typeof memberCategories)[number], z.ZodInt>,
    ),
  })
  .openapi('MemberCounts', {
    description: 'Three counts that do not add up: persons, organisations they represent, companies among these.',
  })

const mission = z.object({ missionId: idParam<'mission'>() })
const member = mission.extend({ memberId: idParam<'member'>() })
const answerId = z.object({ id: idShape<'member'>() })
const tag = 'delegations'
const registrationRefusals = {
  names_are_not_empty: 422,
  a_company_member_represents_someone: 422,
  email_is_one_address: 422,
  phone_is_international: 422,
  a_name_is_listed_once_per_sub_delegation: 409,
  one_head_per_sub_delegation: 409,
  one_member_per_external_key: 409,
  a_frozen_delegation_changes_by_request: 409,
} as const

/** The delegations of a mission, for programs: the same use-cases as the pages. */
export function addDelegationOperations(api: Api): void {
  addRead(
    api,
    {
      path: '/missions/{missionId}/members',
      operationId: 'listMembers',
      summary: 'Members of a mission, of all partners',
      tag,
      params: mission,
      query: pageQuery,
      answer: pageOf(memberShape),
    },
    async (ctx, { params, query }) => {
      found(await loadMission(ctx.tx, params.missionId))
      const rows = await pageMembers(ctx.tx, params.missionId, idAfter(query.cursor), query.limit + 1)
      return toPage(rows, query.limit, (row) => [row.id], presented)
    },
  )

  addRead(
    api,
    {
      path: '/missions/{missionId}/members/{memberId}',
      operationId: 'readMember',
      summary: 'A member; the contact is null for the members of other organisations',
      tag,
      params: member,
      answer: ownMemberShape,
    },
    async (ctx, { params }) => {
      const known = found(await loadMember(ctx.tx, params.missionId, params.memberId))
      const own = mayReadContacts(ctx.actor) ? await loadOwnMember(ctx.tx, params.missionId, known.id, ctx.actor.organisationId) : null
      return { ...presented(known), contact: own?.contact ?? null, externalKey: own?.externalKey ?? null }
    },
  )

  addRead(
    api,
    {
      path: '/missions/{missionId}/member-counts',
      operationId: 'countMembers',
      summary: 'How many travel: persons, organisations and companies, kept apart',
      tag,
      params: mission,
      answer: countsShape,
    },
    async (ctx, { params }) => {
      found(await loadMission(ctx.tx, params.missionId))
      return countMembers(ctx.tx, params.missionId)
    },
  )

  addWrite(
    api,
    {
      method: 'post',
      path: '/missions/{missionId}/members',
      operationId: 'registerMember',
      summary: 'Registers someone in your sub-delegation',
      tag,
      params: mission,
      body: draftShape,
      answer: answerId,
      status: 201,
      refusals: registrationRefusals,
    },
    async (ctx, { params, body }) => withId(await registerMember(ctx, params.missionId, body)),
  )

  addWrite(
    api,
    {
      method: 'put',
      path: '/missions/{missionId}/members/{memberId}',
      operationId: 'changeMember',
      summary: 'Replaces what is known of a member of your sub-delegation',
      description: '`version` is the one you read; if someone saved since, nothing changes and the answer is 409 `stale_edit`.',
      tag,
      params: member,
      body: draftShape.extend({ version: versionShape }).openapi('MemberChange'),
      answer: ownMemberShape.omit({ organisationId: true, organisationName: true }).openapi('OwnMember'),
      refusals: { ...registrationRefusals, stale_edit: 409 },
    },
    async (ctx, { params, body: { version, ...draft } }) => {
      const outcome = await changeMember(ctx, params.missionId, params.memberId, version, draft)
      return outcome.ok ? ok(presented(outcome.value)) : outcome
    },
  )

  addWrite(
    api,
    {
      method: 'post',
      path: '/missions/{missionId}/members/{memberId}/withdraw',
      operationId: 'withdrawMember',
      summary: 'Someone of your sub-delegation does not travel after all',
      tag,
      params: member,
      answer: answerId,
      refusals: { already_withdrawn: 409, the_head_of_a_mission_travels_with_it: 409 },
    },
    async (ctx, { params }) => withId(await withdrawMember(ctx, params.missionId, params.memberId)),
  )

  addWrite(
    api,
    {
      method: 'post',
      path: '/missions/{missionId}/members/import',
      operationId: 'importMembers',
      summary: 'Registers or updates many members of your sub-delegation, all or none',
      description:
        'A row finds its member by `externalKey`, else by name and organisation represented. A refusal names each faulty row by its place in `rows`, from 1.',
      tag,
      params: mission,
      body: z.object({ rows: z.array(rowShape).min(1, 'required').max(5000, 'too_many') }).openapi('MemberImport'),
      answer: z.object({ created: z.int(), updated: z.int(), same: z.int() }).openapi('MemberImportCounts'),
      refusals: { import_has_problems: 422 },
    },
    async (ctx, { params, body }) => {
      const lines = body.rows.map((row, index) => ({ line: index + 1, given: row satisfies GivenRow }))
      return importMembers(ctx, params.missionId, lines)
    },
  )
}

function presented<Facts extends { readonly capacity: Localized }>(
  member: Facts,
): Omit<Facts, 'capacity'> & { capacity: Record<string, string> } {
  return { ...member, capacity: localizedToJson(member.capacity) }
}

function withId<Problem>(outcome: Outcome<MemberId, Problem>): Outcome<{ id: MemberId }, Problem> {
  return outcome.ok ? ok({ id: outcome.value }) : outcome
}
