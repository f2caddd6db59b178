import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { violatedConstraint } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, valueOf } from '#platform/pure/outcome.ts'
import { prepareBadges, readBadges } from '#modules/departure/index.ts'
import { noContact, registerMember } from '#modules/delegations/index.ts'
import type { Somebody } from '#tests/world.ts'
import type { Desk } from './domain/desk.ts'
import type { SaidOutcome } from './domain/desk-outcome.ts'
import { deskProblems, type Said } from './domain/desk-said.ts'
import { type WalkIn, proposeWalkIn } from './domain/walk-in.ts'
import { aPerson, anEventInMiami } from './meetings.fixture.ts'
import { deskTexts } from './texts/desk-texts.ts'
import { readDesk } from './usecases/read-desk.ts'
import { readOutcome } from './usecases/read-outcome.ts'
import { type SaidAnswer, sayAtDesk } from './usecases/say-at-desk.ts'
import { readParticipant } from './usecases/read-participant.ts'
import { sayTraveller } from './usecases/say-traveller.ts'
import { addRepresentative } from './usecases/write-participant.ts'

const day = '2017-11-06' as LocalDate
let world: Awaited<ReturnType<typeof anEventInMiami>>
let [ours, theirs, hosts, second] = ['', '', '', '']
beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
  ours = await world.bring(world.lead, 'Maison')
  theirs = await world.bring(world.city, 'Voisine')
  hosts = await world.bring(world.lead, 'Hôte', { circleId: world.host })
  second = valueOf(
    await world.as(world.lead, (ctx) =>
      addRepresentative(ctx, world.missionId, world.eventId, ours, { ...aPerson('ailleurs'), email: null, phone: null }),
    ),
  )
})
afterAll(() => world.close())

const deskOf = async (who: Somebody = world.lead): Promise<Desk> => {
  const { desk } = await world.read(who, (ctx) => readDesk(ctx, world.missionId, world.eventId, day))
  if (!desk) throw new Error('the event has days')
  return desk
}
const say = (who: Somebody, said: Said, key: string = crypto.randomUUID()): Promise<Outcome<SaidAnswer, { readonly code: string }>> =>
  world.as(who, (ctx) => sayAtDesk(ctx, world.missionId, world.eventId, { key, saidAt: null, said }))
const personNamed = (desk: Desk, name: string) => desk.people.find((person) => person.name === name)?.id ?? ''
const personOf = (desk: Desk, participantId: string) => desk.people.find((person) => person.participantId === participantId)?.id ?? ''

/** Two meet where the desk proposes. */
async function walkIn(one: string, other: string): Promise<string> {
  const proposal = proposeWalkIn(await deskOf(), one, other, (await deskOf()).now) as WalkIn
  const meetingId = crypto.randomUUID()
  valueOf(await say(world.lead, { kind: 'walk_in', meetingId, ...proposal }))
  return meetingId
}

describe('on the day', () => {
  test('two who walk in meet at the first slot in common; nobody else takes the place, nor the two a second time', async () => {
    const before = await deskOf()
    const meetingId = await walkIn(ours, hosts)
    const [held] = (await deskOf()).meetings
    expect(held?.people).toContain(second)
    expect(held).toMatchObject({ id: meetingId, oneId: ours, otherId: hosts, slotId: before.slots[0]?.id, spotId: before.spots[0]?.id })

    const again = {
      kind: 'walk_in' as const,
      meetingId: crypto.randomUUID(),
      slotId: before.slots[1]?.id ?? '',
      spotId: before.spots[1]?.id ?? '',
    }
    expect(await say(world.lead, { ...again, oneId: hosts, otherId: ours, people: held?.people ?? [] })).toMatchObject({
      problem: { code: 'two_participants_meet_once' },
    })
    const elsewhere = { ...again, slotId: held?.slotId ?? '', oneId: theirs, otherId: hosts }
    const people = [personOf(before, theirs), personOf(before, hosts)]
    expect(await say(world.lead, { ...elsewhere, people })).toMatchObject({ problem: { code: 'nobody_meets_twice_at_once' } })
    expect(await say(world.lead, { ...elsewhere, oneId: theirs, otherId: theirs, people })).toMatchObject({
      problem: { code: 'same_participant' },
    })
    expect(await say(world.lead, { ...elsewhere, people: [] })).toMatchObject({ problem: { code: 'nobody_comes' } })
  })

  test('a colleague takes somebody’s place, nobody of another company does, and what changed meanwhile is refused', async () => {
    const desk = await deskOf()
    const [held] = desk.meetings as [Desk['meetings'][number]]
    const swap = { kind: 'swap' as const, meetingId: held.id, fromId: second, toId: personNamed(desk, 'Ana de Maison') }
    expect(await say(world.lead, { ...swap, toId: personOf(desk, theirs) })).toMatchObject({ problem: { code: 'not_of_this_participant' } })
    expect(await say(world.lead, swap)).toEqual({ ok: true, value: { personId: null } })
    expect(await say(world.lead, swap)).toMatchObject({ problem: { code: 'swapped_meanwhile' } })

    await walkIn(theirs, ours)
    expect(await say(world.lead, { ...swap, fromId: swap.toId, toId: second })).toMatchObject({
      problem: { code: 'nobody_meets_twice_at_once' },
    })
  })

  test('a meeting changes places though it is locked, unless the place was taken or it moved meanwhile', async () => {
    const desk = await deskOf()
    const [held, other] = desk.meetings as [Desk['meetings'][number], Desk['meetings'][number]]
    const free = desk.spots.at(-1)?.id ?? ''
    const move = { kind: 'move' as const, meetingId: held.id, fromSpotId: held.spotId, spotId: free }
    expect(await say(world.lead, { ...move, spotId: other.spotId })).toMatchObject({
      problem: { code: 'no_spot_holds_two_meetings_at_once' },
    })
    expect(await say(world.lead, { ...move, spotId: ours })).toMatchObject({ problem: { code: 'spot_unknown' } })
    expect(await say(world.lead, move)).toEqual({ ok: true, value: { personId: null } })
    expect(await say(world.lead, move)).toMatchObject({ problem: { code: 'moved_meanwhile' } })
  })

  test('somebody arrives once a day, by one tap or by badge, and the mistake is undone', async () => {
    const arrival = { kind: 'arrival' as const, personId: second, day }
    expect(await say(world.lead, arrival)).toEqual({ ok: true, value: { personId: second } })
    expect(await say(world.lead, arrival)).toEqual({ ok: true, value: { personId: second } })
    expect(Object.keys((await deskOf()).arrived)).toEqual([second])
    expect(await say(world.lead, { ...arrival, day: '2017-11-05' as LocalDate })).toMatchObject({ problem: { code: 'day_unknown' } })
    expect(await say(world.lead, { ...arrival, kind: 'undo' })).toMatchObject({ ok: true })
    expect(await say(world.lead, { ...arrival, kind: 'undo' })).toMatchObject({ problem: { code: 'not_arrived' } })

    const named = { givenName: 'ANA', familyName: 'De Maison', category: 'staff' as const }
    valueOf(
      await world.as(world.lead, (ctx) =>
        registerMember(ctx, world.missionId, {
          ...named,
          capacity: { fr: 'Directrice' },
          represents: null,
          function: 'member',
          externalKey: null,
          contact: noContact,
        }),
      ),
    )
    valueOf(await world.as(world.lead, (ctx) => prepareBadges(ctx, world.missionId)))
    const [badge] = (await world.read(world.lead, (ctx) => readBadges(ctx, world.missionId))).badges
    const scanned = await say(world.lead, { kind: 'badge', code: badge?.code.toLowerCase() ?? '', day })
    expect(scanned).toEqual({ ok: true, value: { personId: personNamed(await deskOf(), 'Ana de Maison') } })
    expect(await say(world.lead, { kind: 'badge', code: 'AAAAAAAAAAAAAAAA', day })).toMatchObject({ problem: { code: 'badge_unknown' } })
  })

  test('a badge is known by the member who holds it: of namesakes, and under another name, once it was said who is who', async () => {
    const register = (represents: string, familyName = 'de Voisine') =>
      world.as(world.city, (ctx) =>
        registerMember(ctx, world.missionId, {
          givenName: 'Ana',
          familyName,
          category: 'company',
          capacity: {},
          represents,
          function: 'member',
          externalKey: null,
          contact: noContact,
        }),
      )
    const [one, other] = [valueOf(await register('Un atelier')), valueOf(await register('Un autre'))]
    valueOf(await world.as(world.city, (ctx) => prepareBadges(ctx, world.missionId)))
    const { badges } = await world.read(world.city, (ctx) => readBadges(ctx, world.missionId))
    const badgeOf = (memberId: string) => ({
      kind: 'badge' as const,
      day,
      code: badges.find(({ member }) => member.id === memberId)?.code ?? '',
    })
    const comes = personOf(await deskOf(), theirs)
    expect(await say(world.lead, badgeOf(one))).toMatchObject({ problem: { code: 'badge_of_several' } })

    const isWho = (who: Somebody, participantId: string, representativeId: string, memberId: string | null) =>
      world.as(who, (ctx) => sayTraveller(ctx, world.missionId, world.eventId, participantId, { representativeId, memberId }))
    expect(await isWho(world.city, theirs, comes, crypto.randomUUID())).toMatchObject({ problem: { code: 'traveller_unknown' } })
    valueOf(await isWho(world.city, theirs, comes, other))
    expect(await say(world.lead, badgeOf(other))).toEqual({ ok: true, value: { personId: comes } })
    expect(await say(world.lead, badgeOf(one))).toMatchObject({ problem: { code: 'badge_of_several' } })

    expect(await isWho(world.lead, ours, second, other)).toMatchObject({ problem: { code: 'a_member_comes_once' } })
    await expect(isWho(world.city, ours, second, one)).rejects.toThrow('may not')
    const maiden = valueOf(await register('Un troisième', 'Née-Autrement'))
    valueOf(await isWho(world.city, theirs, comes, maiden))
    const { travellers } = await world.read(world.city, (ctx) => readParticipant(ctx, world.missionId, world.eventId, theirs))
    expect(travellers?.people).toMatchObject([{ memberId: maiden, known: { name: 'Ana Née-Autrement' } }])
    // A partner says it of its own members alone.
    expect(travellers?.members.map(({ id }) => id)).toEqual(expect.arrayContaining([one, other, maiden]))
    expect(travellers?.members.some(({ name }) => name === 'ANA De Maison')).toBe(false)
    valueOf(await isWho(world.city, theirs, comes, null))
  })
})

describe('what became of a meeting, said at the desk', () => {
  const word = { nextStep: 'none' as const, nextStepOn: null, nextStepWords: '' }
  const outcomeOf = async (who: Somebody, participantId: string, facts: Partial<SaidOutcome> = {}) => {
    const { id } = (await deskOf()).meetings.find(({ oneId, otherId }) => [oneId, otherId].includes(theirs)) ?? { id: '' }
    return say(who, { kind: 'outcome', meetingId: id, participantId, version: 0, state: 'held', ...word, ...facts })
  }
  const told = async (participantId: string) => (await deskOf()).told.filter((each) => each.participantId === participantId)

  test('both sides say their own, and what two say apart for one side is completed where it agrees', async () => {
    expect(await outcomeOf(world.city, theirs, { nextStep: 'quote' })).toEqual({ ok: true, value: { personId: null } })
    expect(await outcomeOf(world.lead, ours, { state: 'they_missed' })).toMatchObject({ ok: true })
    expect(await outcomeOf(world.lead, theirs, { nextStep: 'quote', nextStepWords: 'Deux lots' })).toMatchObject({ ok: true })
    expect(await outcomeOf(world.lead, theirs)).toMatchObject({ ok: true })
    expect(await told(theirs)).toMatchObject([{ state: 'held', nextStep: 'quote', nextStepWords: 'Deux lots', version: 2 }])
    expect(await told(ours)).toMatchObject([{ state: 'they_missed', version: 1 }])
  })

  test('a word against one that was said meanwhile is refused, and kept once one has read that one', async () => {
    const visit = { nextStep: 'visit' as const }
    expect(await outcomeOf(world.lead, theirs, visit)).toMatchObject({ problem: { code: 'told_meanwhile' } })
    // Who had read a first word and takes back what comes next does not agree with whoever completed it.
    expect(await outcomeOf(world.city, theirs, { version: 1 })).toMatchObject({ problem: { code: 'told_meanwhile' } })
    expect(await outcomeOf(world.lead, theirs, { ...visit, version: 2 })).toMatchObject({ ok: true })
    expect(await told(theirs)).toMatchObject([{ nextStep: 'visit', version: 3 }])
  })

  test('nobody says it for another’s company, nor of a meeting it has no part in, and a partner reads its own word alone', async () => {
    await expect(outcomeOf(world.city, ours)).rejects.toThrow('may not')
    await expect(outcomeOf(world.lead, hosts)).rejects.toThrow('nothing here')
    expect((await deskOf(world.city)).told.map(({ participantId }) => participantId)).toEqual([theirs])
    const tellable = (await deskOf(world.city)).participants.filter(({ isTold }) => isTold)
    expect(tellable.map(({ id }) => id)).toEqual([theirs])
  })

  test('said without a network, it bears the moment it was said', async () => {
    const { id: meetingId } = (await deskOf()).meetings.find(({ oneId, otherId }) => [oneId, otherId].includes(hosts)) ?? { id: '' }
    const saidAt = '2017-10-10T07:30:00.000Z' as Instant
    const said = { kind: 'outcome' as const, meetingId, participantId: hosts, version: 0, state: 'we_missed' as const, ...word }
    valueOf(await world.as(world.lead, (ctx) => sayAtDesk(ctx, world.missionId, world.eventId, { key: crypto.randomUUID(), saidAt, said })))
    const { sides } = await world.read(world.lead, (ctx) => readOutcome(ctx, world.missionId, world.eventId, meetingId))
    expect(sides.find(({ id }) => id === hosts)?.outcome).toMatchObject({ state: 'we_missed', saidAt })
  })
})

describe('whose desk it is', () => {
  test('a partner sees and notes its own people, and moves nothing', async () => {
    const own = personOf(await deskOf(), theirs)
    expect(await say(world.city, { kind: 'arrival', personId: own, day })).toMatchObject({ ok: true })
    await expect(say(world.city, { kind: 'arrival', personId: second, day })).rejects.toThrow('may not')
    const [meeting] = (await deskOf(world.city)).meetings
    const move = { kind: 'move' as const, meetingId: meeting?.id ?? '', fromSpotId: meeting?.spotId ?? '', spotId: meeting?.spotId ?? '' }
    await expect(say(world.city, move)).rejects.toThrow('may not')
    expect(Object.keys((await deskOf(world.city)).arrived)).toEqual([own])
    await expect(deskOf(world.reader)).rejects.toThrow('may not')
    await expect(deskOf(world.stranger)).rejects.toThrow('nothing here')
  })

  test('nothing but the database in the way, arrivals are read and noted by nobody else', async () => {
    const seen = async (who: Somebody) => {
      const { rows } = await world.read(who, (ctx) =>
        sql<{ id: string }>`select representative_id as id from meetings.arrival`.execute(ctx.tx),
      )
      return rows.length
    }
    expect(await seen(world.lead)).toBeGreaterThan(1)
    expect([await seen(world.city), await seen(world.stranger)]).toEqual([1, 0])
  })

  let arrivedDesk: Desk
  beforeAll(async () => {
    arrivedDesk = await deskOf()
  })
  const insert = (facts: { day?: string; way?: string; person?: string; event?: string } = {}) => sql`
    insert into meetings.arrival (id, mission_id, event_id, representative_id, day, way, noted_at, noted_name)
      values (${crypto.randomUUID()}, ${world.missionId}, ${facts.event ?? world.eventId}, ${facts.person ?? second}, ${facts.day ?? '2017-11-07'}, ${facts.way ?? 'list'}, now(), 'X')`
  const twice = () => sql`insert into meetings.meeting (mission_id, event_id, one_id, other_id, slot_id, spot_id, starts_at, ends_at)
    select m.mission_id, m.event_id, m.other_id, m.one_id, s.id, m.spot_id, s.starts_at, s.ends_at from meetings.meeting m
      join meetings.slot s on s.event_id = m.event_id and s.starts_at > '2017-11-07' order by s.starts_at limit 1`

  test.each([
    ['way_is_known', () => insert({ way: 'guess' })],
    [
      'a_member_comes_once',
      () =>
        sql`update meetings.representative set member_id = (select id from delegations.member where mission_id = ${world.missionId} limit 1)`,
    ],
    [
      'a_representative_travels_on_the_mission',
      () => sql`update meetings.representative set member_id = ${crypto.randomUUID()} where id = ${second}`,
    ],
    ['arrives_once_a_day', () => insert({ person: personNamed(arrivedDesk, 'Ana de Maison'), day })],
    ['a_representative_arrives', () => insert({ person: crypto.randomUUID() })],
    ['an_arrival_of_the_event', () => insert({ event: crypto.randomUUID() })],
    ['two_meet_once_whoever_asked', twice],
  ])('%s', async (constraint, statement) => {
    expect(await stoppedBy(statement())).toContain(constraint)
  })

  async function stoppedBy(statement: RawBuilder<unknown>): Promise<string[]> {
    try {
      await world.read(world.lead, (ctx) => statement.execute(ctx.tx))
      return []
    } catch (error) {
      return [violatedConstraint(error) ?? '']
    }
  }
})

test('every refusal has its sentence, in both languages, and no two languages say the same', () => {
  for (const code of deskProblems) expect(deskTexts.fr.problems[code]).not.toBe(deskTexts.en.problems[code])
})
