import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { loadMission, releasePartner } from '#modules/missions/index.ts'
import type { MemberDraft } from './domain/registration.ts'
import { countByPartner, countMembers, stageFactsOfMissions } from './sql/counts.ts'
import { listMembers } from './sql/members.ts'
import { loadOwnMember } from './sql/own-members.ts'
import type { Somebody } from '#tests/world.ts'
import { aMember, twoPartners } from './two-partners.fixture.ts'
import { changeMember } from './usecases/change-member.ts'
import { registerMember } from './usecases/register-member.ts'
import { setHead, setMissionHead } from './usecases/set-head.ts'
import { readmitMember, withdrawMember } from './usecases/withdraw-member.ts'

let world: Awaited<ReturnType<typeof twoPartners>>
beforeAll(async () => {
  world = await twoPartners(inject('templateUrl'))
})
afterAll(() => world.close())

const register = (who: Somebody, facts: Partial<MemberDraft> = {}) =>
  world.as(who, (ctx) => registerMember(ctx, world.missionId, aMember(facts)))
const members = (who: Somebody) => world.read(who, (ctx) => listMembers(ctx.tx, world.missionId))
const own = (who: Somebody, memberId: string) =>
  world.read(who, (ctx) => loadOwnMember(ctx.tx, world.missionId, memberId, who.organisationId))

beforeEach(async () => {
  world.missionId = await world.anotherMission()
})

describe('registering', () => {
  test('someone without a name is refused', async () => {
    expect(await register(world.lead, { familyName: ' \u00a0 ' })).toEqual({ ok: false, problem: { code: 'names_are_not_empty' } })
  })

  test('someone who travels for a company says which', async () => {
    expect(await register(world.lead, { category: 'company' })).toEqual({
      ok: false,
      problem: { code: 'a_company_member_represents_someone' },
    })
  })

  test('the same name twice in a sub-delegation is refused, whatever its accents and capitals; another partner may list it', async () => {
    valueOf(await register(world.lead, { givenName: 'Zoé', familyName: 'Béal' }))

    const again = await register(world.lead, { givenName: 'ZOE', familyName: 'Beal' })
    const elsewhere = await register(world.city, { givenName: 'Zoé', familyName: 'Béal' })

    expect(again).toEqual({ ok: false, problem: { code: 'a_name_is_listed_once_per_sub_delegation', isConstraint: true } })
    expect(elsewhere.ok).toBe(true)
  })

  test('a second head of the same sub-delegation is refused', async () => {
    valueOf(await register(world.lead, { function: 'head' }))

    expect(await register(world.lead, { familyName: 'Béal', function: 'head' })).toEqual({
      ok: false,
      problem: { code: 'one_head_per_sub_delegation', isConstraint: true },
    })
    expect((await register(world.city, { function: 'head' })).ok).toBe(true)
  })

  test('a reader registers nobody, and a stranger to the mission finds no mission', async () => {
    await expect(register(world.reader)).rejects.toThrow(Forbidden)
    await expect(register(world.stranger)).rejects.toThrow(NotFound)
  })

  test('a telephone number written the French way is kept in the international form', async () => {
    const memberId = valueOf(await register(world.lead, { contact: { email: ' claude@example.org ', phone: '04 91 00 12 34', notes: '' } }))

    expect((await own(world.lead, memberId))?.contact).toEqual({ email: 'claude@example.org', phone: '+33491001234', notes: null })
    expect(await register(world.lead, { familyName: 'Béal', contact: { email: 'claude', phone: null, notes: null } })).toEqual({
      ok: false,
      problem: { code: 'email_is_one_address' },
    })
    expect(await register(world.lead, { familyName: 'Béal', contact: { email: null, phone: 'poste 12', notes: null } })).toEqual({
      ok: false,
      problem: { code: 'phone_is_international' },
    })
  })
})

describe('changing', () => {
  test('a form opened before a colleague saved changes nothing and is shown what was saved', async () => {
    const memberId = valueOf(await register(world.lead))
    const { version } = (await own(world.lead, memberId)) ?? { version: 0 }
    valueOf(
      await world.as(world.lead, (ctx) =>
        changeMember(ctx, world.missionId, memberId, version, aMember({ contact: { email: 'a@example.org', phone: null, notes: null } })),
      ),
    )

    const late = await world.as(world.lead, (ctx) =>
      changeMember(ctx, world.missionId, memberId, version, aMember({ capacity: { fr: 'Présidente' } })),
    )

    expect(late).toMatchObject({ ok: false, problem: { code: 'stale_edit', saved: { capacity: {}, contact: { email: 'a@example.org' } } } })
    expect((await own(world.lead, memberId))?.capacity).toEqual({})
  })

  test('nobody changes the member of another partner, not even the lead: there is nothing there', async () => {
    const memberId = valueOf(await register(world.city))

    await expect(world.as(world.lead, (ctx) => changeMember(ctx, world.missionId, memberId, 1, aMember()))).rejects.toThrow(NotFound)
    await expect(world.as(world.lead, (ctx) => withdrawMember(ctx, world.missionId, memberId))).rejects.toThrow(NotFound)
    await expect(world.as(world.lead, (ctx) => setHead(ctx, world.missionId, memberId))).rejects.toThrow(NotFound)
  })
})

describe('withdrawing', () => {
  test('someone who withdrew is counted no more, and their row stays; withdrawing twice is refused', async () => {
    const memberId = valueOf(await register(world.lead, { function: 'head' }))

    valueOf(await world.as(world.lead, (ctx) => withdrawMember(ctx, world.missionId, memberId)))

    expect(await members(world.lead)).toEqual([])
    expect((await own(world.lead, memberId))?.state).toBe('withdrawn')
    expect(await world.as(world.lead, (ctx) => withdrawMember(ctx, world.missionId, memberId))).toEqual({
      ok: false,
      problem: { code: 'already_withdrawn' },
    })
  })

  test('someone who comes back keeps one row, whether readmitted or registered again by name', async () => {
    const memberId = valueOf(await register(world.lead, { function: 'head' }))
    valueOf(await world.as(world.lead, (ctx) => withdrawMember(ctx, world.missionId, memberId)))
    valueOf(await register(world.lead, { familyName: 'Béal', function: 'head' }))

    valueOf(await world.as(world.lead, (ctx) => readmitMember(ctx, world.missionId, memberId)))
    expect((await own(world.lead, memberId))?.function).toBe('member')
    valueOf(await world.as(world.lead, (ctx) => withdrawMember(ctx, world.missionId, memberId)))
    expect(valueOf(await register(world.lead, { familyName: 'ARNAL' }))).toBe(memberId)
    expect(await world.as(world.lead, (ctx) => readmitMember(ctx, world.missionId, memberId))).toEqual({
      ok: false,
      problem: { code: 'not_withdrawn' },
    })
  })

  test('the head of the mission leaves the place open when an organiser withdraws them; another partner must ask first', async () => {
    const ours = valueOf(await register(world.lead))
    const theirs = valueOf(await register(world.city))
    valueOf(await world.as(world.lead, (ctx) => setMissionHead(ctx, world.missionId, ours)))
    valueOf(await world.as(world.lead, (ctx) => withdrawMember(ctx, world.missionId, ours)))
    expect((await world.read(world.lead, (ctx) => loadMission(ctx.tx, world.missionId)))?.headMemberId).toBeNull()

    valueOf(await world.as(world.lead, (ctx) => setMissionHead(ctx, world.missionId, theirs)))

    expect(await world.as(world.city, (ctx) => withdrawMember(ctx, world.missionId, theirs))).toEqual({
      ok: false,
      problem: { code: 'the_head_of_a_mission_travels_with_it' },
    })
  })
})

describe('leading', () => {
  test('a new head takes the place of the former, in one sub-delegation only', async () => {
    const first = valueOf(await register(world.lead, { function: 'head' }))
    const second = valueOf(await register(world.lead, { familyName: 'Béal' }))
    const elsewhere = valueOf(await register(world.city, { function: 'head' }))

    valueOf(await world.as(world.lead, (ctx) => setHead(ctx, world.missionId, second)))

    const functions = new Map((await members(world.lead)).map((member) => [member.id, member.function]))
    expect([functions.get(first), functions.get(second), functions.get(elsewhere)]).toEqual(['member', 'head', 'head'])
  })

  test('a partner that does not organise the mission does not choose its head, and someone who withdrew leads nobody', async () => {
    const memberId = valueOf(await register(world.city))
    await expect(world.as(world.city, (ctx) => setMissionHead(ctx, world.missionId, memberId))).rejects.toThrow(Forbidden)

    valueOf(await world.as(world.city, (ctx) => withdrawMember(ctx, world.missionId, memberId)))

    expect(await world.as(world.lead, (ctx) => setMissionHead(ctx, world.missionId, memberId))).toEqual({
      ok: false,
      problem: { code: 'withdrawn_leads_nobody' },
    })
    expect(await world.as(world.city, (ctx) => setHead(ctx, world.missionId, memberId))).toEqual({
      ok: false,
      problem: { code: 'withdrawn_leads_nobody' },
    })
  })
})

describe('counting', () => {
  test('a hundred persons who speak for fifty organisations, of which forty-six are companies, are three figures', async () => {
    for (let index = 0; index < 100; index += 1) {
      const organisation = index % 50
      const category = organisation < 46 ? 'company' : organisation < 48 ? 'academic' : 'cultural'
      const represents = index < 50 ? `Maison  Numéro ${organisation}` : `maison numero ${organisation}`
      valueOf(await register(world.lead, { familyName: `Personne ${index}`, category, represents }))
    }

    const counts = await world.read(world.lead, (ctx) => countMembers(ctx.tx, world.missionId))

    expect(counts).toEqual({
      persons: 100,
      organisations: 50,
      companies: 46,
      byCategory: { elected: 0, guest: 0, staff: 0, company: 92, academic: 4, cultural: 4, press: 0, interpreter: 0 },
    })
  })

  test('elected members and staff speak for the partner that sends them, a guest for nobody, and each sub-delegation has its own figures', async () => {
    valueOf(await register(world.lead, { familyName: 'Un', function: 'head' }))
    valueOf(await register(world.lead, { familyName: 'Deux', category: 'staff' }))
    valueOf(await register(world.lead, { familyName: 'Trois', category: 'guest' }))
    valueOf(await register(world.city, { familyName: 'Quatre', category: 'guest', represents: 'DEPARTEMENT de Rochebrune' }))
    const { lead, city, missionId } = world

    const [all, ours, theirs] = await world.read(lead, async (ctx) => [
      await countMembers(ctx.tx, missionId),
      await countMembers(ctx.tx, missionId, lead.organisationId),
      await countMembers(ctx.tx, missionId, city.organisationId),
    ])

    expect([all, ours, theirs].map((counts) => [counts?.persons, counts?.organisations, counts?.companies])).toEqual([
      [4, 1, 0],
      [3, 1, 0],
      [1, 1, 0],
    ])
    expect(await world.read(lead, (ctx) => stageFactsOfMissions(ctx.tx, [missionId], lead.organisationId))).toEqual(
      new Map([[missionId, { memberCount: 3, electedCount: 1, hasHead: true }]]),
    )
    expect(await world.read(city, (ctx) => stageFactsOfMissions(ctx.tx, [missionId], city.organisationId))).toEqual(
      new Map([[missionId, { memberCount: 1, electedCount: 0, hasHead: false }]]),
    )
  })

  test('an empty mission has no member of any category', async () => {
    const counts = await world.read(world.lead, (ctx) => countMembers(ctx.tx, world.missionId))

    expect(counts).toMatchObject({ persons: 0, organisations: 0, companies: 0, byCategory: { elected: 0, press: 0 } })
  })
})

test('the page of the delegation sends as many statements for three members of two partners as for one', async () => {
  const page = () =>
    world.countQueries(world.lead, async (ctx) => {
      await countByPartner(ctx.tx, world.missionId)
      await listMembers(ctx.tx, world.missionId, { first: world.lead.organisationId })
    })
  valueOf(await register(world.lead))
  const forOne = await page()

  valueOf(await register(world.lead, { familyName: 'Béal' }))
  valueOf(await register(world.city))

  expect(forOne).toBe(2)
  expect(await page()).toBe(forOne)
})

test('each partner has its own counts, in the order of names, and the mission its own', async () => {
  valueOf(await register(world.city, { category: 'company', represents: 'Béta' }))
  valueOf(await register(world.lead, { category: 'company', represents: 'BÉTA' }))

  const { mission, partners } = await world.read(world.lead, (ctx) => countByPartner(ctx.tx, world.missionId))

  expect(partners.map(({ organisation, companies }) => [organisation.name, organisation.kind, companies])).toEqual([
    ['Département de Rochebrune', 'department', 1],
    ['Ville de Rochebrune', 'municipality', 1],
  ])
  expect([mission.persons, mission.organisations, mission.companies]).toEqual([2, 1, 1])
})

test('a partner that left the mission sees nothing of it any more, and what it contributed stays', async () => {
  const apart = await twoPartners(inject('templateUrl'))
  const { lead, city, missionId } = apart
  valueOf(
    await apart.as(city, (ctx) =>
      registerMember(ctx, missionId, aMember({ contact: { email: 'a@example.org', phone: null, notes: null } })),
    ),
  )
  const seats = (await apart.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.partners ?? []
  const seat = seats.find((partner) => partner.organisationId === city.organisationId)
  valueOf(await apart.as(lead, (ctx) => releasePartner(ctx, missionId, seat?.id ?? '')))

  const seenByCity = await apart.read(city, (ctx) => listMembers(ctx.tx, missionId))
  const contacts = await apart.read(city, (ctx) => ctx.tx.selectFrom('delegations.memberContact').selectAll().execute())
  const seenByLead = await apart.read(lead, (ctx) => listMembers(ctx.tx, missionId))

  expect(seenByCity).toEqual([])
  expect(contacts).toEqual([])
  expect(seenByLead.map((member) => member.familyName)).toEqual(['Arnal'])
  await expect(apart.as(city, (ctx) => registerMember(ctx, missionId, aMember({ familyName: 'Béal' })))).rejects.toThrow(NotFound)
  await apart.close()
})
