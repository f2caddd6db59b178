import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { valueOf } from '#platform/pure/outcome.ts'
import { listMembers, registerMember } from '#modules/delegations/index.ts'
import { type Room, aRoom, somebody } from './room.fixture.ts'
import { listPlaces } from './sql.ts'
import { apply, readLink } from './usecases/apply.ts'
import { decideApplications, previewDecision } from './usecases/decide.ts'

/** Everything at once, for the last place. */
let room: Room
beforeAll(async () => {
  room = await aRoom(inject('templateUrl'))
})
afterAll(() => room.close())

const many = 20

/** Twenty people endorsed by the city, for a mission where it has one place. */
async function twentyForOnePlace() {
  const missionId = await room.openRoom()
  const token = await room.link(room.city, {}, 30, missionId)
  valueOf(await room.quota(1, 0, missionId))
  const people = []
  for (let index = 0; index < many; index += 1) people.push(await room.received(token))
  valueOf(
    await room.decide(
      room.city,
      people.map(({ id }) => id),
      'approve',
      '',
      missionId,
    ),
  )
  return { missionId, people }
}

const placesOf = async (missionId: string) => {
  const places = await room.read(room.lead, (ctx) => listPlaces(ctx.tx, missionId))
  return places.find(({ organisationId }) => organisationId === room.city.organisationId)
}

describe('twenty approvals at once for the last place', () => {
  test('give it to one; the nineteen others wait, each with a rank of their own, and each is told which', async () => {
    const { missionId, people } = await twentyForOnePlace()

    const outcomes = await Promise.all(people.map(({ id }) => room.decide(room.lead, [id], 'approve', '', missionId)))

    const states = outcomes.map((outcome) => valueOf(outcome)[0]?.state)
    expect(states.filter((state) => state === 'approved')).toHaveLength(1)
    expect(states.filter((state) => state === 'waiting')).toHaveLength(many - 1)
    expect(await room.read(room.lead, (ctx) => listMembers(ctx.tx, missionId))).toHaveLength(1)
    expect(await placesOf(missionId)).toMatchObject({ places: 1, taken: 1, waiting: many - 1 })
  })

  test('each agreed to on a preview that promised the place, do what one preview said and refuse the others', async () => {
    const { missionId, people } = await twentyForOnePlace()
    const requests = people.map(({ id }) => ({ ids: [id], decision: 'approve', reason: '' }) as const)
    const previews = await Promise.all(requests.map((request) => room.read(room.lead, (ctx) => previewDecision(ctx, missionId, request))))
    expect(previews.every(({ lines }) => lines[0]?.step.state === 'approved')).toBe(true)

    const outcomes = await Promise.all(
      requests.map((request, index) =>
        room.as(room.lead, (ctx) => decideApplications(ctx, missionId, request, previews[index]?.seen ?? null)),
      ),
    )

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.problem).toEqual({ code: 'preview_outdated' })
  })

  test('written by hand, past every check of the application, are stopped by the database but one', async () => {
    const { missionId, people } = await twentyForOnePlace()

    const outcomes = await Promise.allSettled(people.map(({ id }) => byHand(`select registration.approve($1, now())`, [id])))

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const stoppedBy = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [(outcome.reason as { constraint?: string }).constraint] : [],
    )
    expect(new Set(stoppedBy)).toEqual(new Set(['a_sub_delegation_keeps_to_its_quota']))
    expect(await placesOf(missionId)).toMatchObject({ taken: 1 })
  })
})

test('an approval, the form of an officer and an import of two race for the last place: one wins', async () => {
  const { missionId, people } = await twentyForOnePlace()
  const member = (familyName: string) => ({
    givenName: 'Ana',
    familyName,
    category: 'guest' as const,
    capacity: {},
    represents: null,
    function: 'member' as const,
    externalKey: null,
    contact: { email: null, phone: null, notes: null },
  })

  await Promise.allSettled([
    ...people.slice(0, 5).map(({ id }) => room.decide(room.lead, [id], 'approve', '', missionId)),
    ...['Un', 'Deux', 'Trois'].map((name) => room.as(room.city, (ctx) => registerMember(ctx, missionId, member(name)))),
    room.read(room.city, (ctx) =>
      sql`insert into delegations.member (mission_id, given_name, family_name, category) values
        (${missionId}, 'Ana', 'Quatre', 'guest'), (${missionId}, 'Ana', 'Cinq', 'guest')`.execute(ctx.tx),
    ),
  ])

  expect(await placesOf(missionId)).toMatchObject({ places: 1, taken: 1 })
})

test('withdrawals, approvals and two tasks that promote never give more places than there are', async () => {
  const { missionId, people } = await twentyForOnePlace()
  valueOf(await room.quota(5, 1, missionId))
  const half = people.slice(0, 10)
  for (const { id } of half) valueOf(await room.decide(room.lead, [id], 'approve', '', missionId))

  const withdrawn = half.filter((_, index) => index % 3 === 0)
  await Promise.all([
    ...withdrawn.map(({ id }) =>
      room.read(room.city, (ctx) => sql`select registration.withdraw_for(${id}, now())`.execute(ctx.tx)).catch(() => null),
    ),
    ...people.slice(10).map(({ id }) => room.decide(room.lead, [id], 'approve', '', missionId)),
    room.promote(room.city, missionId),
    room.promote(room.city, missionId),
  ])
  await room.promote(room.city, missionId)

  const places = await placesOf(missionId)
  expect(places?.taken).toBe(5)
  expect(places?.waiting).toBe(many - withdrawn.length - 5)
})

test('a personal link used by ten at once registers one person', async () => {
  const personal = await room.link(room.city, { kind: 'personal', givenName: 'Ana', familyName: 'Béal', represents: null, places: 1 })

  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => apply(room.services, personal, crypto.randomUUID(), somebody(), true)),
  )

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await readLink(room.services, personal))?.link).toMatchObject({ state: 'used', used: 1 })
})

/** One statement on a connection of its own, as the lead acting through the database's own door. */
async function byHand(statement: string, values: unknown[]): Promise<void> {
  const client = new Client({ connectionString: room.ownerUrl, options: '-c role=escale_web' })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select * from identity.enter($1, $2)', [room.lead.accountId, room.lead.organisationId])
    await client.query(statement, values)
    await client.query('commit')
  } finally {
    await client.end()
  }
}
