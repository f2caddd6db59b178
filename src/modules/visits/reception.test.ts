import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound, found } from '#platform/actor.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { type NewLeg, createMission, loadMission } from '#modules/missions/index.ts'
import { listItems } from '#modules/programme/index.ts'
import { seatPartner } from '#tests/partners.ts'
import { type Somebody, openWorld } from '#tests/world.ts'
import { type GiftDraft, isOverThreshold } from './domain/gift.ts'
import { isOverdue } from './domain/promise.ts'
import { listGifts } from './sql/gifts.ts'
import { listPromises, listPromisesOfLastTime } from './sql/promises.ts'
import { listGuests } from './sql/guests.ts'
import { listGreetings, listSlots } from './sql/reception.ts'
import { loadVisit } from './sql/visits.ts'
import { claimSlot, describeVisit, planGreeting, proposeSlot, removeGreeting, withdrawSlot } from './usecases/arrange-reception.ts'
import { enterGift, settleGift, writeGiftRule } from './usecases/keep-gifts.ts'
import { listGuest, readPrecedence, removeGuest } from './usecases/list-guests.ts'
import { notePromise, settlePromise } from './usecases/keep-promise.ts'
import { noteStatedCount, readYear } from './usecases/state-count.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let lead: Somebody
let port: Somebody
let museum: Somebody
let stranger: Somebody
let reader: Somebody
let missionId: string
let legId: string
beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
  lead = await world.found('Ville de Rochebrune', 'municipality')
  port = await world.found('Port du Détroit', 'port')
  museum = await world.found('Musée du Large', 'cultural')
  stranger = await world.found('Ville d’Ailleurs', 'municipality')
  reader = await world.join(lead.organisationId, ['reader'])
  missionId = await open('incoming', '2026-05-04', '2026-05-06')
  for (const partner of [port, museum]) await seatPartner(world.services, lead, partner, missionId)
  legId = (await world.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.legs[0]?.id ?? ''
})
afterAll(() => world.close())

async function open(kind: 'incoming' | 'event' | 'outgoing', from: string, to: string, who = lead): Promise<string> {
  const leg = {
    cityId: null,
    cityName: { fr: 'Rochebrune' },
    country: 'FR',
    startsOn: asLocalDate(from),
    endsOn: asLocalDate(to),
    timeZone: 'Europe/Paris',
  }
  return valueOf(
    await world.as(who, (ctx) =>
      createMission(ctx, { kind, title: { fr: `${kind} ${from}` }, purpose: {}, legs: [leg], objectives: [], themes: [] }),
    ),
  )
}
const aSlot = () => ({
  legId,
  title: { fr: 'Quais' },
  wish: { fr: 'Un guide' },
  day: asLocalDate('2026-05-05'),
  startTime: asLocalTime('09:00'),
  endTime: asLocalTime('10:30'),
  suggestedFor: '',
})
const propose = async () => valueOf(await world.as(lead, (ctx) => proposeSlot(ctx, missionId, aSlot())))
const claim = (who: Somebody, id: string) => world.as(who, (ctx) => claimSlot(ctx, missionId, id))

describe('a slot', () => {
  test('claimed becomes a moment of the programme, of the partner who claimed it', async () => {
    const id = await propose()

    const itemId = valueOf(await claim(port, id))

    expect(await world.read(museum, (ctx) => listItems(ctx.tx, missionId))).toContainEqual(
      expect.objectContaining({
        id: itemId,
        organiserName: 'Port du Détroit',
        startsAt: '2026-05-05T07:00:00.000Z',
        state: 'tentative',
        briefing: { fr: 'Un guide' },
      }),
    )
    expect(await world.read(lead, (ctx) => listSlots(ctx.tx, missionId, id))).toMatchObject([{ claimedByName: 'Port du Détroit', itemId }])
  })

  test('claimed by three at once is had by one, and the programme has one moment more', async () => {
    const id = await propose()
    const before = (await world.read(lead, (ctx) => listItems(ctx.tx, missionId))).length

    const outcomes = await Promise.all([claim(port, id), claim(museum, id), claim(lead, id)])

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([1, 2].map(() => ({ ok: false, problem: { code: 'slot_taken' } })))
    expect(await world.read(lead, (ctx) => listItems(ctx.tx, missionId))).toHaveLength(before + 1)
  })

  test('is proposed and withdrawn by the organisers, while nobody claimed it', async () => {
    const id = await propose()

    await expect(world.as(port, (ctx) => proposeSlot(ctx, missionId, aSlot()))).rejects.toThrow(Forbidden)
    await expect(world.as(port, (ctx) => withdrawSlot(ctx, missionId, id))).rejects.toThrow(Forbidden)
    await expect(claim(reader, id)).rejects.toThrow(Forbidden)
    await expect(claim(stranger, id)).rejects.toThrow(NotFound)
    valueOf(await claim(port, id))
    await expect(world.as(lead, (ctx) => withdrawSlot(ctx, missionId, id))).rejects.toThrow(NotFound)
  })

  test.each([
    ['leg_unknown', { legId: crypto.randomUUID() }],
    ['a_slot_ends_after_it_starts', { endTime: asLocalTime('08:00') }],
  ])('%s', async (code, facts) => {
    expect(await world.as(lead, (ctx) => proposeSlot(ctx, missionId, { ...aSlot(), ...facts }))).toEqual({ ok: false, problem: { code } })
  })

  test('of another cannot be taken over by hand, whatever the application checks', async () => {
    const id = await propose()
    valueOf(await claim(port, id))
    const taken = sql`update visits.slot set claimed_by = ${museum.organisationId}, claimed_at = now() where id = ${id} returning id`

    // The museum does not even see a row to change; nothing is written.
    await world.read(museum, async (ctx) => expect((await taken.execute(ctx.tx)).rows).toEqual([]))
    expect(await world.stoppedBy(port, taken)).toBe('a_slot_is_claimed_once')
  })

  test('is not claimed for somebody else, nor rewritten', async () => {
    const id = await propose()

    expect(
      await world.stoppedBy(port, sql`update visits.slot set claimed_by = ${museum.organisationId}, claimed_at = now() where id = ${id}`),
    ).toBe('42501')
    expect(await world.stoppedBy(lead, sql`update visits.slot set day = '2027-01-01' where id = ${id}`)).toBe('42501')
  })
})

describe('who greets', () => {
  const greeting = {
    day: asLocalDate('2026-05-04'),
    atTime: asLocalTime('11:20'),
    what: { fr: 'Arrivée' },
    place: 'Gare',
    greeter: 'Ange',
    greeterPhone: '+33491000001',
    car: 'Minibus',
  }

  test('is planned by any partner, read by all, and removed by whoever planned it or organises', async () => {
    const theirs = valueOf(await world.as(port, (ctx) => planGreeting(ctx, missionId, greeting)))

    expect(await world.read(museum, (ctx) => listGreetings(ctx.tx, missionId))).toMatchObject([
      { greeter: 'Ange', organisationName: 'Port du Détroit' },
    ])
    await expect(world.as(museum, (ctx) => removeGreeting(ctx, missionId, theirs))).rejects.toThrow(NotFound)
    expect(await world.read(stranger, (ctx) => listGreetings(ctx.tx, missionId))).toEqual([])
    valueOf(await world.as(lead, (ctx) => removeGreeting(ctx, missionId, theirs)))
  })

  test('who is received is said by the organisers and corrected', async () => {
    const visit = { visitor: 'Ville de Turin', country: 'IT', city: 'Turin', headName: '', headCapacity: '', peopleCount: 8 }
    await expect(world.as(port, (ctx) => describeVisit(ctx, missionId, 0, visit))).rejects.toThrow(Forbidden)
    valueOf(await world.as(lead, (ctx) => describeVisit(ctx, missionId, 0, visit)))
    const read = found(await world.read(lead, (ctx) => loadVisit(ctx.tx, missionId)))
    valueOf(await world.as(lead, (ctx) => describeVisit(ctx, missionId, read.version, { ...visit, peopleCount: 9 })))

    const late = await world.as(lead, (ctx) => describeVisit(ctx, missionId, read.version, { ...visit, peopleCount: 7 }))

    expect(late).toMatchObject({ ok: false, problem: { code: 'stale_visit', saved: { peopleCount: 9 } } })
    const first = await world.as(lead, (ctx) => describeVisit(ctx, missionId, 0, { ...visit, peopleCount: 7 }))
    expect(first).toMatchObject({ ok: false, problem: { code: 'stale_visit' } })
  })
})

describe('a guest', () => {
  const guest = {
    side: 'visitor',
    name: 'Ana Secrète',
    title: 'Maire de Turin',
    rankCode: 'foreign_mayor',
    sinceOn: null,
    invites: false,
    interpretsFor: null,
    equivalenceId: null,
  } as const
  const host = { ...guest, side: 'host', name: 'La maire', rankCode: 'mayor', invites: true } as const
  const list = (who: Somebody, facts: object = {}) => world.as(who, (ctx) => listGuest(ctx, missionId, { ...guest, ...facts }))
  const precedence = (who: Somebody) =>
    world.read(who, async (ctx) => readPrecedence(ctx, { id: missionId, startsOn: asLocalDate('2026-05-04') }))

  test('takes place by the ranks of the day, whoever listed it, and the authority that invites second', async () => {
    valueOf(await list(port))
    valueOf(await list(museum, { side: 'host', name: 'Le député', rankCode: 'deputy' }))
    valueOf(await list(lead, { side: 'host', name: 'La préfète', rankCode: 'prefect' }))
    valueOf(await list(lead, host))

    expect((await precedence(museum)).guests.map(({ name }) => name)).toEqual(['La préfète', 'La maire', 'Le député', 'Ana Secrète'])
  })

  test.each([
    ['rank_unknown', { name: 'Autre', rankCode: 'queen' }],
    ['a_host_invites', { name: 'Autre', invites: true }],
    ['one_authority_invites', { ...host, name: 'Autre' }],
    ['a_guest_is_listed_once', {}],
  ])('%s', async (code, facts) => {
    expect(await list(lead, facts)).toMatchObject({ ok: false, problem: { code } })
  })

  test('is listed by partners, and who invites is for the organisers, whatever the application checks', async () => {
    await expect(list(port, { ...host, name: 'Autre' })).rejects.toThrow(Forbidden)
    await expect(list(reader)).rejects.toThrow(Forbidden)
    await expect(list(stranger)).rejects.toThrow(NotFound)
    const insert = (invites: boolean, organisationId: string) =>
      sql`insert into visits.guest (mission_id, organisation_id, side, name, rank_code, invites)
        values (${missionId}, ${organisationId}, 'host', 'Autre', 'mayor', ${invites})`
    expect(await world.stoppedBy(port, insert(true, port.organisationId))).toBe('42501')
    expect(await world.stoppedBy(port, insert(false, museum.organisationId))).toBe('42501')
    expect(await world.stoppedBy(stranger, insert(false, stranger.organisationId))).toBe('42501')
    expect(await world.stoppedBy(lead, sql`update visits.rank_place set place = 1`)).toBe('42501')
  })

  test('is read by partners alone, and removed by whoever listed it or organises', async () => {
    const id = valueOf(await list(port, { name: 'À retirer' }))

    expect(await world.read(stranger, (ctx) => listGuests(ctx.tx, missionId))).toEqual([])
    await expect(world.as(museum, (ctx) => removeGuest(ctx, missionId, id))).rejects.toThrow(NotFound)
    const seen = await world.read(stranger, async (ctx) => (await sql`select payload::text as words from app.journal`.execute(ctx.tx)).rows)
    expect(JSON.stringify(seen)).not.toContain('Ana Secrète')
    valueOf(await world.as(lead, (ctx) => removeGuest(ctx, missionId, id)))
  })

  test('of a day before the first text we hold ranks as in that text, and each rank says where it comes from', async () => {
    const ranks = (day: string) =>
      world.read(lead, async (ctx) => (await readPrecedence(ctx, { id: missionId, startsOn: asLocalDate(day) })).ranks)

    expect(await ranks('2017-11-01')).toEqual(await ranks('2026-05-04'))
    const decree = (await ranks('2026-05-04')).filter(({ decreeRank }) => decreeRank !== null)
    expect(decree.map(({ decreeRank }) => decreeRank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    for (const { source, decreeRank } of await ranks('2026-05-04'))
      expect(source.fr).toMatch(decreeRank === null ? /^Usage de la maison/ : /^Décret n° 89-655/)
  })
})

describe('a promise', () => {
  const promise = { what: 'Promesse secrète', promisedBy: 'Nous', promisedTo: 'Turin', isOurs: true, dueOn: asLocalDate('2026-03-01') }

  test('is read by the organisation that wrote it down, and by no partner', async () => {
    const id = valueOf(await world.as(lead, (ctx) => notePromise(ctx, missionId, promise)))

    expect(await world.read(lead, (ctx) => listPromises(ctx.tx, missionId))).toMatchObject([{ what: 'Promesse secrète', state: 'open' }])
    expect(await world.read(port, (ctx) => listPromises(ctx.tx, missionId))).toEqual([])
    await expect(world.as(port, (ctx) => settlePromise(ctx, missionId, id, 'kept'))).rejects.toThrow(NotFound)
    const seen = await world.read(port, async (ctx) => (await sql`select payload::text as words from app.journal`.execute(ctx.tx)).rows)
    expect(JSON.stringify(seen)).not.toContain('Promesse secrète')
  })

  test('is kept on a day, and may be reopened', async () => {
    const id = valueOf(await world.as(museum, (ctx) => notePromise(ctx, missionId, promise)))
    valueOf(await world.as(museum, (ctx) => settlePromise(ctx, missionId, id, 'kept')))
    expect(await world.read(museum, (ctx) => listPromises(ctx.tx))).toMatchObject([{ state: 'kept', settledOn: '2026-03-02' }])
    valueOf(await world.as(museum, (ctx) => settlePromise(ctx, missionId, id, 'open')))
    expect(await world.read(museum, (ctx) => listPromises(ctx.tx))).toMatchObject([{ state: 'open', settledOn: null }])
  })

  test('comes back on the next mission to the same city, and on no mission elsewhere', async () => {
    const inCity = (fr: string, country: string, startsOn: string): NewLeg => ({
      cityId: null,
      cityName: { fr },
      country,
      startsOn: asLocalDate(startsOn),
      endsOn: asLocalDate(startsOn),
      timeZone: 'Europe/Rome',
    })
    const open = (title: string, leg: NewLeg) =>
      world.as(lead, (ctx) =>
        createMission(ctx, { kind: 'outgoing', title: { fr: title }, purpose: {}, legs: [leg], objectives: [], themes: [] }),
      )
    const before = valueOf(await open('Gênes en 2025', inCity('Gênes', 'IT', '2025-05-05')))
    const again = valueOf(await open('Gênes en 2026', inCity('GENES', 'IT', '2026-09-09')))
    const elsewhere = valueOf(await open('Gênes, Belgique', inCity('Gênes', 'BE', '2026-10-10')))
    valueOf(await world.as(lead, (ctx) => notePromise(ctx, before, { ...promise, what: 'Une école pour une semaine' })))
    const remindedOn = (mission: string) => world.read(lead, (ctx) => listPromisesOfLastTime(ctx.tx, mission))

    expect(await remindedOn(again)).toMatchObject([{ what: 'Une école pour une semaine', missionTitle: { fr: 'Gênes en 2025' } }])
    expect(await remindedOn(before)).toEqual([])
    expect(await remindedOn(elsewhere)).toEqual([])
  })

  test.each([
    ['open', '2026-03-01', true],
    ['open', '2026-03-02', false],
    ['open', null, false],
    ['kept', '2026-03-01', false],
  ] as const)('%s and due on %s: overdue is %s', (state, dueOn, expected) => {
    expect(isOverdue({ state, dueOn: dueOn && asLocalDate(dueOn) }, asLocalDate('2026-03-02'))).toBe(expected)
  })
})

describe('the register of gifts', () => {
  const gift: GiftDraft = {
    missionId: null,
    direction: 'received',
    onDay: asLocalDate('2026-05-05'),
    description: 'Gravure',
    giver: 'Turin',
    recipient: 'La maire',
    valueCents: 24_000n,
    qualifier: 'about',
  }
  const enter = async (who: Somebody, facts: Partial<GiftDraft> = {}) =>
    valueOf(await world.as(who, (ctx) => enterGift(ctx, { ...gift, ...facts })))
  const settle = (who: Somebody, id: string, facts: object) =>
    world.as(who, (ctx) => settleGift(ctx, id, { disposition: 'kept', declaredOn: null, keptWhere: '', ...facts }))
  const today = asLocalDate('2026-03-02')

  test.each([
    ['over_the_threshold_is_not_kept', { disposition: 'kept', declaredOn: today }],
    ['over_the_threshold_is_declared', { disposition: 'returned' }],
    ['handed_over_somewhere', { disposition: 'handed_over', declaredOn: today }],
  ])('above 150 €: %s', async (code, settlement) => {
    expect(await settle(lead, await enter(lead), settlement)).toEqual({ ok: false, problem: { code } })
  })

  test('above the threshold, a gift is declared and handed over; at the threshold, it may be kept', async () => {
    valueOf(await settle(lead, await enter(lead), { disposition: 'handed_over', declaredOn: today, keptWhere: 'Vitrine' }))
    valueOf(await settle(lead, await enter(lead, { valueCents: 15_000n }), {}))
  })

  test('follows the threshold of its day, one’s own before ours', async () => {
    const strict = await world.found('Ville stricte', 'municipality')
    const before = await enter(strict, { valueCents: 10_000n })
    valueOf(
      await world.as(strict, (ctx) =>
        writeGiftRule(ctx, { thresholdCents: 5_000n, validFrom: asLocalDate('2026-06-01'), validTo: null, source: 'Délibération' }),
      ),
    )
    const after = await enter(strict, { valueCents: 10_000n, onDay: asLocalDate('2026-06-01') })

    const gifts = await world.read(strict, (ctx) => listGifts(ctx.tx))
    expect(gifts.map(({ id, thresholdCents }) => [id, thresholdCents])).toEqual([
      [after, 5_000n],
      [before, 15_000n],
    ])
    expect(gifts.map(isOverThreshold)).toEqual([true, false])
    expect(
      await world.as(strict, (ctx) =>
        writeGiftRule(ctx, { thresholdCents: 1n, validFrom: asLocalDate('2026-07-01'), validTo: null, source: 'Autre' }),
      ),
    ).toMatchObject({ ok: false, problem: { code: 'one_rule_at_a_time' } })
  })

  test('is that of one organisation, and its threshold is not for the hand to write', async () => {
    const id = await enter(lead)

    expect(await world.read(port, (ctx) => listGifts(ctx.tx, id))).toEqual([])
    await expect(settle(port, id, {})).rejects.toThrow(NotFound)
    await expect(world.as(reader, (ctx) => enterGift(ctx, gift))).rejects.toThrow(Forbidden)
    await expect(world.as(stranger, (ctx) => enterGift(ctx, { ...gift, missionId }))).rejects.toThrow(NotFound)
    expect(
      await world.stoppedBy(
        lead,
        sql`update visits.gift set threshold_cents = 1000000, disposition = 'kept', declared_on = '2026-03-02' where id = ${id}`,
      ),
    ).toBe('over_the_threshold_is_not_kept')
    expect(
      await world.stoppedBy(lead, sql`update visits.gift set threshold_cents = 1000000, disposition = 'returned' where id = ${id}`),
    ).toBe('over_the_threshold_is_declared')
  })
})

describe('the year', () => {
  test('is counted from the missions, whatever a document states', async () => {
    const city = await world.found('Ville comptée', 'municipality')
    await open('incoming', '2025-12-31', '2026-01-02', city)
    await open('incoming', '2025-01-01', '2025-01-02', city)
    await open('event', '2025-06-01', '2025-06-01', city)
    await open('outgoing', '2024-12-31', '2025-01-01', city)
    const state = (about: string, source: string) =>
      world.as(city, (ctx) =>
        noteStatedCount(ctx, { year: 2025, measure: 'delegations_received', about, value: 52, qualifier: 'atLeast', source }),
      )
    valueOf(await state('', 'Bilan'))
    valueOf(await state('Une autre ville', 'Bilan'))

    const year = await world.read(city, (ctx) => readYear(ctx, 2025))

    expect(year.lines.map(({ measure, counted, stated }) => [measure, counted.length, stated.map(({ value }) => value)])).toEqual([
      ['delegations_received', 2, [52]],
      ['hosted_events', 1, []],
      ['missions', 0, []],
    ])
    expect(year.elsewhere).toMatchObject([{ about: 'Une autre ville', value: 52 }])
    expect(year.years).toEqual([2025, 2024])
    expect(await state('', 'Bilan')).toMatchObject({ ok: false, problem: { code: 'a_source_states_it_once' } })
  })

  test('is read by every member, and noted by those who may', async () => {
    await expect(
      world.as(reader, (ctx) =>
        noteStatedCount(ctx, { year: 2025, measure: 'missions', about: '', value: 1, qualifier: 'exact', source: 'x' }),
      ),
    ).rejects.toThrow(Forbidden)
    expect((await world.read(reader, (ctx) => readYear(ctx, 2026))).lines[0]?.counted).toHaveLength(1)
    expect((await world.read(stranger, (ctx) => readYear(ctx, 2026))).lines[0]?.counted).toEqual([])
  })
})
