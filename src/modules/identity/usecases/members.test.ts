import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { Forbidden, NotFound, type Role } from '#platform/actor.ts'
import { type Caller, type Ctx, act, readAs } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { type TestOrganisation, type TestPlatform, aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import { aVisitor, openTestAuth } from '#tests/servers/visitor.ts'
import type { Member, MembershipId } from '../domain/membership.ts'
import { action as membersForm, loader as membersPage } from '../routes/members.tsx'
import * as sql from '../sql/members.ts'
import { changeRoles, removeMember } from './change-member.ts'

let house: TestPlatform
let city: TestOrganisation
let stranger: TestOrganisation
let colleague: Caller & { kind: 'account' }

beforeAll(async () => {
  house = await openTestPlatform(inject('templateUrl'))
  stranger = await aWorkspace(house, 'Chambre de commerce')
})
beforeEach(async () => {
  city = await aWorkspace(house, `Ville ${crypto.randomUUID()}`)
  colleague = await aColleague(house, city, ['officer'])
})
afterAll(() => house.close())

const members = (caller: Caller): Promise<Member[]> => readAs(house.services, caller, ({ tx }) => sql.listMembers(tx))
const run = <Result extends { ok: boolean }>(caller: Caller, use: (ctx: Ctx) => Promise<Result>) =>
  act(house.services, caller, use as never)

async function membershipOf(caller: Caller & { kind: 'account' }, organisation: TestOrganisation = city): Promise<Member> {
  const member = (await members(organisation.caller)).find(({ accountId }) => accountId === caller.accountId)
  if (!member) throw new Error('no such member')
  return member
}

const own = (): Promise<Member> => membershipOf(city.caller as Caller & { kind: 'account' })
const lastAdministrator = { ok: false, problem: { code: 'organisation_keeps_an_administrator' } }

test('the list names the colleagues of the organisation and nobody else', async () => {
  const listed = await members(city.caller)

  expect(listed.map(({ accountId, roles }) => [accountId, roles])).toEqual([
    [city.accountId, ['administrator', 'officer']],
    [colleague.accountId, ['officer']],
  ])
})

test('an administrator gives roles, and they count from the next request on', async () => {
  const { membershipId, version } = await membershipOf(colleague)

  const changed = await run(city.caller, (ctx) => changeRoles(ctx, membershipId, version, ['finance', 'reader']))

  expect(changed).toEqual({ ok: true, value: null })
  expect(await readAs(house.services, colleague, ({ actor }) => Promise.resolve(actor.roles))).toEqual(['finance', 'reader'])
})

test('a role withdrawn is refused at the next request', async () => {
  const administrator = await aColleague(house, city, ['administrator'])
  const { membershipId, version } = await membershipOf(administrator)
  const another = await membershipOf(colleague)
  await run(city.caller, (ctx) => changeRoles(ctx, membershipId, version, ['reader']))

  await expect(run(administrator, (ctx) => removeMember(ctx, another.membershipId))).rejects.toBeInstanceOf(Forbidden)
})

test('a member removed reaches nothing at the next request', async () => {
  const { membershipId } = await membershipOf(colleague)

  await run(city.caller, (ctx) => removeMember(ctx, membershipId))

  await expect(members(colleague)).rejects.toBeInstanceOf(NotFound)
})

test('the last administrator can neither leave nor step down, and is told why', async () => {
  const { membershipId, version } = await own()

  expect(await run(city.caller, (ctx) => removeMember(ctx, membershipId))).toEqual(lastAdministrator)
  expect(await run(city.caller, (ctx) => changeRoles(ctx, membershipId, version, ['officer']))).toEqual(lastAdministrator)
})

test('with a second administrator, the first may leave', async () => {
  await aColleague(house, city, ['administrator'])
  const { membershipId } = await own()

  expect(await run(city.caller, (ctx) => removeMember(ctx, membershipId))).toEqual({ ok: true, value: null })
})

test('two administrators who leave at the same instant do not leave the organisation without one', async () => {
  const second = await aColleague(house, city, ['administrator'])
  const [one, other] = [await own(), await membershipOf(second)]

  const outcomes = await Promise.all([
    run(city.caller, (ctx) => removeMember(ctx, one.membershipId)),
    run(second, (ctx) => removeMember(ctx, other.membershipId)),
  ])

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes).toContainEqual(lastAdministrator)
})

test('the database keeps the last administrator even when no rule of ours is asked', async () => {
  const { membershipId } = await own()

  const removed = withOwner(house.ownerUrl, (owner) => owner.query('delete from identity.membership where id = $1', [membershipId]))

  await expect(removed).rejects.toMatchObject({ constraint: 'organisation_keeps_an_administrator' })
})

test.each(['officer', 'finance', 'assembly', 'reader'] as const)('the role %s manages nobody', async (role: Role) => {
  const someone = await aColleague(house, city, [role])
  const { membershipId, version } = await membershipOf(colleague)

  await expect(run(someone, (ctx) => removeMember(ctx, membershipId))).rejects.toBeInstanceOf(Forbidden)
  await expect(run(someone, (ctx) => changeRoles(ctx, membershipId, version, ['administrator']))).rejects.toBeInstanceOf(Forbidden)
})

test('a membership of another organisation does not exist here', async () => {
  const { membershipId, version } = await membershipOf(colleague)

  await expect(run(stranger.caller, (ctx) => removeMember(ctx, membershipId))).rejects.toBeInstanceOf(NotFound)
  await expect(run(stranger.caller, (ctx) => changeRoles(ctx, membershipId, version, ['reader']))).rejects.toBeInstanceOf(NotFound)
  await expect(run(stranger.caller, (ctx) => removeMember(ctx, crypto.randomUUID() as MembershipId))).rejects.toBeInstanceOf(NotFound)
})

test('a change made on an old version is refused rather than written over the other', async () => {
  const { membershipId, version } = await membershipOf(colleague)
  await run(city.caller, (ctx) => changeRoles(ctx, membershipId, version, ['finance']))

  expect(await run(city.caller, (ctx) => changeRoles(ctx, membershipId, version, ['reader']))).toEqual({
    ok: false,
    problem: { code: 'stale_edit' },
  })
})

test('the journal says who changed which roles', async () => {
  const { membershipId, version } = await membershipOf(colleague)

  await run(city.caller, (ctx) => changeRoles(ctx, membershipId, version, ['finance']))

  const { rows } = await withOwner(house.ownerUrl, (owner) =>
    owner.query('select event, account_id, payload from app.journal where entity_id = $1 and account_id is not null', [membershipId]),
  )
  expect(rows).toEqual([
    {
      event: 'member.roles_changed',
      account_id: city.accountId,
      payload: { before: { roles: ['officer'] }, after: { roles: ['finance'] } },
    },
  ])
})

test('the page tells a colleague who the others are, without any means to change them', async () => {
  const { auth } = openTestAuth(house.services)
  const visitor = aVisitor({ services: house.services, auth })
  const { cookies } = {
    cookies: await auth.api.openSession({
      body: { accountId: colleague.accountId, openedBy: 'invitation' },
      headers: new Headers(),
      asResponse: true,
    }),
  }
  for (const cookie of cookies.headers.getSetCookie())
    visitor.cookies.set(cookie.split('=')[0] ?? '', cookie.slice(cookie.indexOf('=') + 1).split(';')[0] ?? '')
  const { membershipId } = await own()

  const page = await visitor.get(membersPage, '/reglages/membres')
  const refused = await visitor.post(membersForm, '/reglages/membres', { intent: 'remove', id: membershipId })

  expect(page.data).toMatchObject({ mayManage: false, invitations: [] })
  expect((page.data as { members: unknown[] }).members).toHaveLength(2)
  expect(refused.status).toBe(403)
})
