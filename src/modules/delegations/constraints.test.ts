import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { valueOf } from '#platform/pure/outcome.ts'
import { createMission } from '#modules/missions/index.ts'
import { memberCategories, memberFunctions, memberStates } from './domain/member.ts'
import type { Somebody } from '#tests/world.ts'
import { aMember, twoPartners } from './two-partners.fixture.ts'
import { registerMember } from './usecases/register-member.ts'
import { withdrawMember } from './usecases/withdraw-member.ts'

/** Every statement here is written by hand, as escale_web with an actor: no check of the application stands in the way. */
let world: Awaited<ReturnType<typeof twoPartners>>
let ours: string
let theirs: string
beforeAll(async () => {
  world = await twoPartners(inject('templateUrl'))
  const contact = { email: 'secret@example.org', phone: '+33491000000', notes: 'allergique aux arachides' }
  ours = valueOf(await world.as(world.lead, (ctx) => registerMember(ctx, world.missionId, aMember({ familyName: 'Lead', contact }))))
  theirs = valueOf(await world.as(world.city, (ctx) => registerMember(ctx, world.missionId, aMember({ familyName: 'City', contact }))))
})
afterAll(() => world.close())

const run = (who: Somebody, statement: RawBuilder<unknown>) => world.read(who, (ctx) => statement.execute(ctx.tx))

function aRow(
  columns: {
    family?: string
    category?: string
    function?: string
    represents?: string | null
    key?: string | null
    person?: string | null
    mission?: string
    capacity?: string
    given?: string
    state?: string
  } = {},
) {
  return sql`insert into delegations.member (mission_id, person_id, given_name, family_name, category, function, represents, external_key, capacity, state)
    values (${columns.mission ?? world.missionId}, ${columns.person ?? null}, ${columns.given ?? 'Ana'}, ${columns.family ?? 'Nouveau'}, ${columns.category ?? 'guest'},
            ${columns.function ?? 'member'}, ${columns.represents ?? null}, ${columns.key ?? null}, ${columns.capacity ?? '{}'}::jsonb, ${columns.state ?? 'registered'})`
}

describe('what no row may say', () => {
  test('a row that says nothing wrong enters', async () => {
    expect(await world.stoppedBy(world.lead, aRow())).toBeNull()
  })

  test.each([
    ['a_name_is_listed_once_per_sub_delegation', () => [aRow({ family: 'Béal' }), aRow({ family: 'BEAL' })]],
    ['one_head_per_sub_delegation', () => [aRow({ function: 'head' }), aRow({ family: 'Béal', function: 'head' })]],
    ['one_member_per_external_key', () => [aRow({ key: '12' }), aRow({ family: 'Béal', key: '12', state: 'withdrawn' })]],
    ['a_company_member_represents_someone', () => [aRow({ category: 'company' })]],
    ['names_are_not_empty', () => [aRow({ given: '  ' })]],
    ['category_is_known', () => [aRow({ category: 'tourist' })]],
    ['function_is_known', () => [aRow({ function: 'captain' })]],
    ['state_is_known', () => [aRow({ state: 'lost' })]],
    ['capacity_is_localized', () => [aRow({ capacity: '{"fr": ""}' })]],
  ])('%s', async (constraint, statements) => {
    expect(await world.stoppedBy(world.lead, ...statements())).toBe(constraint)
  })

  test('a_person_travels_once_per_mission', async () => {
    const personId = crypto.randomUUID()
    const person = sql`insert into directory.person (id, given_name, family_name) values (${personId}, 'Ana', 'Béal')`

    expect(await world.stoppedBy(world.lead, person, aRow({ person: personId }), aRow({ person: personId, family: 'Épouse Béal' }))).toBe(
      'a_person_travels_once_per_mission',
    )
    expect(await world.stoppedBy(world.lead, person, aRow({ person: personId, state: 'withdrawn' }), aRow({ person: personId }))).toBeNull()
  })

  test.each([
    ['email_is_one_address', sql`update delegations.member_contact set email = 'a@b, c@d'`],
    ['phone_is_international', sql`update delegations.member_contact set phone = '04 91 00 00 00'`],
  ])('%s', async (constraint, statement) => {
    expect(await world.stoppedBy(world.lead, statement)).toBe(constraint)
  })
})

describe('the head of a mission', () => {
  const nameHead = (missionId: string, memberId: string) =>
    sql`update missions.mission set head_member_id = ${memberId} where id = ${missionId}`

  test('is one of its own members, not those of another mission', async () => {
    const elsewhere = valueOf(
      await world.as(world.lead, (ctx) =>
        createMission(ctx, { kind: 'outgoing', title: { fr: 'Gênes' }, purpose: {}, legs: [], objectives: [], themes: [] }),
      ),
    )

    expect(await world.stoppedBy(world.lead, nameHead(elsewhere, ours))).toBe('the_head_of_a_mission_travels_with_it')
    expect(await world.stoppedBy(world.lead, nameHead(world.missionId, theirs))).toBeNull()
  })

  test('has not withdrawn, neither before nor after', async () => {
    const withdraw = sql`update delegations.member set state = 'withdrawn' where id = ${ours}`

    expect(await world.stoppedBy(world.lead, withdraw, nameHead(world.missionId, ours))).toBe('the_head_of_a_mission_travels_with_it')
    expect(await world.stoppedBy(world.lead, nameHead(world.missionId, ours), withdraw)).toBe('the_head_of_a_mission_travels_with_it')
  })
})

describe('what stays between partners', () => {
  const emails = (who: Somebody) => run(who, sql`select email from delegations.member_contact`).then(({ rows }) => rows)

  test('each partner reads its own contacts only, a stranger none', async () => {
    expect(await emails(world.lead)).toHaveLength(1)
    expect(await emails(world.city)).toHaveLength(1)
    expect(await emails(world.stranger)).toEqual([])
    const seen = await run(world.lead, sql`select from delegations.member_contact where member_id = ${theirs}`)
    expect(seen.rows).toEqual([])
  })

  test('a contact changed by one partner is in no history another partner can read', async () => {
    const seen = (who: Somebody) =>
      run(who, sql`select payload from app.journal where entity = 'delegations.member_contact'`).then(({ rows }) => JSON.stringify(rows))

    expect(await seen(world.lead)).toContain('secret@example.org')
    expect(await seen(world.stranger)).toBe('[]')
    const { rows } = await run(
      world.lead,
      sql`select from app.journal where entity = 'delegations.member_contact' and organisation_id = ${world.city.organisationId}`,
    )
    expect(rows).toEqual([])
  })

  test('members are read by every partner of the mission, and by nobody else', async () => {
    const names = (who: Somebody) => run(who, sql`select family_name from delegations.pub_member order by 1`).then(({ rows }) => rows)

    expect(await names(world.lead)).toEqual([{ familyName: 'City' }, { familyName: 'Lead' }])
    expect(await names(world.city)).toEqual([{ familyName: 'City' }, { familyName: 'Lead' }])
    expect(await names(world.stranger)).toEqual([])
    const { rows } = await sql`select from delegations.member`.execute(world.services.db.web)
    expect(rows).toEqual([])
  })

  test('a row written for another partner, or into a mission one has no part in, is refused by its policy', async () => {
    const forAnother = sql`insert into delegations.member (mission_id, organisation_id, given_name, family_name, category)
      values (${world.missionId}, ${world.city.organisationId}, 'Ana', 'Intruse', 'guest')`
    const contactForAnother = sql`insert into delegations.member_contact (member_id, mission_id, organisation_id, email)
      values (${ours}, ${world.missionId}, ${world.city.organisationId}, 'a@example.org')`

    expect(await world.stoppedBy(world.lead, forAnother)).toBe('42501')
    expect(await world.stoppedBy(world.stranger, aRow())).toBe('42501')
    expect(await world.stoppedBy(world.lead, contactForAnother)).toBe('42501')
  })

  test('a contact written about another partner’s member is refused, so that nobody takes its place', async () => {
    const alone = valueOf(
      await world.as(world.city, (ctx) => registerMember(ctx, world.missionId, aMember({ familyName: 'Sans contact' }))),
    )
    const contact = sql`insert into delegations.member_contact (member_id, mission_id, email) values (${alone}, ${world.missionId}, 'a@example.org')`

    expect(await world.stoppedBy(world.lead, contact)).toBe('a_contact_belongs_to_who_sends_the_member')
    expect(await world.stoppedBy(world.city, contact)).toBeNull()
    valueOf(await world.as(world.city, (ctx) => withdrawMember(ctx, world.missionId, alone)))
  })

  test('another partner’s members are not changed, and nobody’s are deleted', async () => {
    const changed = await run(world.lead, sql`update delegations.member set family_name = 'Autre' where id = ${theirs} returning id`)

    expect(changed.rows).toEqual([])
    expect(await world.stoppedBy(world.lead, sql`delete from delegations.member where id = ${ours}`)).toBe('42501')
  })
})

test.each([
  ['category_is_known', memberCategories],
  ['function_is_known', memberFunctions],
  ['state_is_known', memberStates],
])('the values the code knows are those of the check %s', async (constraint, values) => {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = ${constraint} and conrelid = 'delegations.member'::regclass`.execute(
    world.services.db.web,
  )

  const known = [...(rows[0]?.definition ?? '').matchAll(/'([a-z_]+)'::text/g)].map(([, value]) => value)
  expect(known.sort()).toEqual([...values].sort())
})
