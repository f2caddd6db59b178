import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { type AccountId, Forbidden, NotFound, type Role } from '#platform/actor.ts'
import { type Caller, type Ctx, act, readAs } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { addDays, type LocalDate } from '#platform/pure/local-date.ts'
import { type TestOrganisation, type TestPlatform, aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import type { Deputising, DeputyshipId } from '../domain/deputyship.ts'
import * as sql from '../sql/deputyships.ts'
import { endDeputyship, nameDeputy } from './name-deputy.ts'
import { inviteMember } from './invite-member.ts'

type Account = Caller & { kind: 'account' }

let house: TestPlatform
let city: TestOrganisation
let head: Account
let claire: Account
let ange: Account
let today: LocalDate

beforeAll(async () => {
  house = await openTestPlatform(inject('templateUrl'))
})
beforeEach(async () => {
  city = await aWorkspace(house, `Ville ${crypto.randomUUID()}`)
  head = city.caller as Account
  claire = await aColleague(house, city, ['officer', 'assembly'])
  ange = await aColleague(house, city, ['reader'])
  // What stands is asked of the clock of the database, which no test moves.
  today = await withOwner(house.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ today: LocalDate }>(`select to_char(now() at time zone 'Europe/Paris', 'YYYY-MM-DD') as today`)
    return rows[0]!.today
  })
})
afterAll(() => house.close())

const run = <Result extends { ok: boolean }>(caller: Caller, use: (ctx: Ctx) => Promise<Result>) =>
  act(house.services, caller, use as never)
const list = (caller: Caller): Promise<Deputising[]> => readAs(house.services, caller, ({ tx }) => sql.listDeputyships(tx))
const wanted = (over: Partial<sql.NewDeputyship> = {}): sql.NewDeputyship => ({
  principalId: claire.accountId,
  deputyId: ange.accountId,
  startsOn: today,
  endsOn: addDays(today, 10),
  reason: 'Congé',
  ...over,
})
const name = (caller: Caller, over: Partial<sql.NewDeputyship> = {}) => run(caller, (ctx) => nameDeputy(ctx, wanted(over)))

/** The deputy, in the name of the one who named them. */
async function standingIn(over: Partial<sql.NewDeputyship> = {}): Promise<Account & { deputyshipId: DeputyshipId }> {
  expect(await name(claire, over)).toEqual({ ok: true, value: null })
  const [deputyship] = await list(claire)
  return { ...ange, deputyshipId: deputyship!.id }
}

/** What the database says to somebody of the product, no rule of ours being asked. */
async function inDatabase(caller: Account & { deputyshipId?: DeputyshipId | null }, statement: string, values: readonly unknown[] = []) {
  return withOwner(house.ownerUrl, async (owner) => {
    await owner.query('begin')
    try {
      await owner.query('set local role escale_web')
      await owner.query('select identity.enter($1, $2, $3)', [caller.accountId, caller.organisationId, caller.deputyshipId ?? null])
      await owner.query(`select set_config('app.event', 'deputy.named', true)`)
      return await owner.query(statement, [...values])
    } finally {
      await owner.query('rollback')
    }
  })
}

test('whoever stands in has the roles of the colleague, but neither administers nor records a vote, and says in whose name', async () => {
  const caller = await standingIn()

  const actor = await readAs(house.services, caller, (ctx) => Promise.resolve(ctx.actor))

  expect(actor).toMatchObject({
    accountId: ange.accountId,
    roles: ['officer'],
    onBehalfOf: { accountId: claire.accountId },
  })
  expect(await readAs(house.services, ange, (ctx) => Promise.resolve([ctx.actor.roles, ctx.actor.onBehalfOf]))).toEqual([['reader'], null])
})

test('the journal keeps who acts as the account, and both names', async () => {
  const caller = await standingIn()
  const names = await readAs(house.services, caller, ({ actor }) => Promise.resolve([actor.name, actor.onBehalfOf?.name]))
  await withOwner(house.ownerUrl, async (owner) => {
    await owner.query('begin')
    await owner.query('set local role escale_web')
    await owner.query('select identity.enter($1, $2, $3)', [caller.accountId, caller.organisationId, caller.deputyshipId])
    await owner.query(`select set_config('app.event', 'person.added', true)`)
    await owner.query(`insert into directory.person (family_name) values ('Suppléée')`)
    await owner.query('commit')
  })

  const { rows } = await withOwner(house.ownerUrl, (owner) =>
    owner.query('select account_id, actor_name from app.journal where organisation_id = $1 order by recorded_at desc limit 1', [
      caller.organisationId,
    ]),
  )

  expect(rows).toEqual([{ account_id: ange.accountId, actor_name: names.join(', pour ') }])
})

test.each<readonly [string, Partial<Pick<sql.NewDeputyship, 'startsOn' | 'endsOn'>>]>([
  ['before its first day', {}],
  ['after its last day', {}],
])('nobody acts in the name of another %s', async (when) => {
  const caller = await standingIn()
  const moved = when === 'before its first day' ? 5 : -40
  await withOwner(house.ownerUrl, (owner) =>
    owner.query('update identity.deputyship set starts_on = starts_on + $1::int, ends_on = ends_on + $1::int where id = $2', [
      moved,
      caller.deputyshipId,
    ]),
  )

  await expect(list(caller)).rejects.toBeInstanceOf(NotFound)
})

test('it ends at the next request, by either side or an administrator, and by nobody else', async () => {
  const caller = await standingIn()
  const witness = await aColleague(house, city, ['officer'])

  await expect(run(witness, (ctx) => endDeputyship(ctx, caller.deputyshipId))).rejects.toBeInstanceOf(Forbidden)
  await expect(run(caller, (ctx) => endDeputyship(ctx, caller.deputyshipId))).rejects.toBeInstanceOf(Forbidden)
  expect(await run(ange, (ctx) => endDeputyship(ctx, caller.deputyshipId))).toEqual({ ok: true, value: null })
  await expect(list(caller)).rejects.toBeInstanceOf(NotFound)
  expect(await list(claire)).toMatchObject([{ hasEnded: true }])
})

test('whoever leaves the organisation stands in for nobody there, and nobody for them', async () => {
  const caller = await standingIn()

  await withOwner(house.ownerUrl, (owner) => owner.query('delete from identity.membership where account_id = $1', [claire.accountId]))

  await expect(list(caller)).rejects.toBeInstanceOf(NotFound)
})

test('a deputyship opens nothing to another account, nor in another organisation', async () => {
  const caller = await standingIn()
  const elsewhere = await aWorkspace(house, `Port ${crypto.randomUUID()}`)
  const witness = await aColleague(house, city, ['reader'])

  await expect(list({ ...witness, deputyshipId: caller.deputyshipId })).rejects.toBeInstanceOf(NotFound)
  await expect(list({ ...(elsewhere.caller as Account), deputyshipId: caller.deputyshipId })).rejects.toBeInstanceOf(NotFound)
  expect(await list(elsewhere.caller)).toEqual([])
})

test('one names one’s own deputy, an administrator anybody’s, and nobody in the name of another', async () => {
  const caller = await standingIn()

  await expect(name(ange)).rejects.toBeInstanceOf(Forbidden)
  await expect(name(caller, { deputyId: head.accountId })).rejects.toBeInstanceOf(Forbidden)
  expect(await name(head, { deputyId: head.accountId })).toEqual({ ok: true, value: null })
})

test('both are told by a letter, but for whoever did it', async () => {
  const letters = async () =>
    (
      await withOwner(house.ownerUrl, (owner) =>
        owner.query<{ account: string }>(
          `select u.id as account from app.mail m join auth."user" u on u.email = m.recipient where m.organisation_id = $1 order by m.queued_at, u.id`,
          [city.organisationId],
        ),
      )
    ).rows.map(({ account }) => account)

  await name(head)

  expect(new Set(await letters())).toEqual(new Set([claire.accountId, ange.accountId]))
})

test.each<readonly [string, (day: LocalDate) => Partial<sql.NewDeputyship>]>([
  ['deputyship_ends_after_it_starts', (day) => ({ endsOn: addDays(day, -1) })],
  ['deputyship_lasts_a_year_at_most', (day) => ({ endsOn: addDays(day, 365) })],
  ['deputyship_is_past', (day) => ({ startsOn: addDays(day, -9999), endsOn: addDays(day, -9990) })],
])('is refused as %s', async (code, over) => {
  expect(await name(claire, over(today))).toEqual({ ok: false, problem: { code } })
})

test('nobody stands in for themselves, nor twice for the same on one day', async () => {
  expect(await name(claire, { deputyId: claire.accountId })).toEqual({ ok: false, problem: { code: 'deputy_is_another' } })
  await standingIn()
  expect(await name(claire, { startsOn: addDays(today, 10), endsOn: addDays(today, 12) })).toMatchObject({
    ok: false,
    problem: { code: 'one_deputyship_at_a_time' },
  })
  expect(await name(claire, { startsOn: addDays(today, 11), endsOn: addDays(today, 12) })).toEqual({ ok: true, value: null })
})

test.each<readonly [string, readonly (string | ((one: Record<'claire' | 'ange', AccountId>) => string))[]]>([
  ['deputy_is_another', [({ claire: me }) => me, '2026-03-02', '2026-03-09', 'Congé']],
  ['deputyship_ends_after_it_starts', [({ ange: me }) => me, '2026-03-09', '2026-03-02', 'Congé']],
  ['deputyship_lasts_a_year_at_most', [({ ange: me }) => me, '2026-03-02', '2027-03-02', 'Congé']],
  ['reason_is_not_empty', [({ ange: me }) => me, '2026-03-02', '2026-03-09', '  ']],
  ['deputy_is_a_member', [() => crypto.randomUUID(), '2026-03-02', '2026-03-09', 'Congé']],
])('the database refuses by %s', async (constraint, [deputy, from, to, reason]) => {
  const written = inDatabase(
    claire,
    'insert into identity.deputyship (principal_id, deputy_id, starts_on, ends_on, reason) values ($1, $2, $3, $4, $5)',
    [claire.accountId, (deputy as (one: object) => string)({ claire: claire.accountId, ange: ange.accountId }), from, to, reason],
  )

  await expect(written).rejects.toMatchObject({ constraint })
})

test('the database lets nobody name, or end, in the name of another, nor for a third', async () => {
  const caller = await standingIn()
  const insert = 'insert into identity.deputyship (principal_id, deputy_id, starts_on, ends_on, reason) values ($1, $2, $3, $3, $4)'
  const third = await aColleague(house, city, ['reader'])

  for (const [who, principal, deputy] of [
    [caller, claire, third],
    [caller, ange, third],
    [ange, claire, third],
  ] as const)
    await expect(inDatabase(who, insert, [principal.accountId, deputy.accountId, today, 'Congé'])).rejects.toMatchObject({ code: '42501' })
  expect((await inDatabase(caller, 'update identity.deputyship set ended_at = now() returning id')).rows).toEqual([])
  expect((await inDatabase(ange, 'update identity.deputyship set ended_at = now() returning id')).rows).toEqual([
    { id: caller.deputyshipId },
  ])
})

test('nobody lets somebody in, in the name of an administrator', async () => {
  expect(await name(head, { principalId: head.accountId })).toEqual({ ok: true, value: null })
  const [deputyship] = await list(head)
  const caller = { ...ange, deputyshipId: deputyship!.id }
  const roles: readonly Role[] = ['reader']

  await expect(run(caller, (ctx) => inviteMember(ctx, { email: 'x@ville.example', roles, locale: 'fr' }))).rejects.toBeInstanceOf(Forbidden)
})
