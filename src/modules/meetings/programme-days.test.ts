import { beforeAll, describe, expect, inject, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { noContact, registerMember } from '#modules/delegations/index.ts'
import { changeItem, listItems, proposeItem, sayUnavailable, setItemState } from '#modules/programme/index.ts'
import { words } from '#modules/programme/programme.fixture.ts'
import { readDraft, warningsOfDraft } from '#modules/programme/usecases/read-draft.ts'
import { anEventInMiami, everybodyWishes } from './meetings.fixture.ts'
import { listParticipants, listRepresentatives } from './sql/participants.ts'
import { listMeetings } from './sql/plans.ts'
import { listResources } from './sql/setup.ts'
import { addResource } from './usecases/set-up-event.ts'
import { listMeetingsOfTravellers, listTravellers } from './sql/travellers.ts'
import { openEvent } from './usecases/open-event.ts'
import { placeByHand, previewPlace } from './usecases/place-by-hand.ts'
import { planSnapshot } from './usecases/plan-snapshot.ts'
import { readBlocked } from './usecases/read-blocked.ts'
import { readUnforeseen } from './usecases/say-absent.ts'
import { takeSnapshot } from './usecases/take-snapshot.ts'

describe('one day for one person', () => {
  let world: Awaited<ReturnType<typeof anEventInMiami>>
  let home: string, host: string, member: string

  const register = async (givenName: string, familyName: string, represents: string | null = null) =>
    valueOf(
      await world.as(world.lead, (ctx) =>
        registerMember(ctx, world.missionId, {
          givenName,
          familyName,
          category: represents === null ? 'staff' : 'company',
          capacity: {},
          represents,
          function: 'member',
          externalKey: null,
          contact: noContact,
        }),
      ),
    )
  const propose = async (facts: Parameters<typeof words>[1] = {}) =>
    valueOf(await world.as(world.lead, (ctx) => proposeItem(ctx, world.missionId, words(world.legId, facts))))
  const readAs = <Value>(who: typeof world.lead, run: Parameters<typeof world.read<Value>>[1]) => world.read(who, run)
  const snapshotNow = () =>
    readAs(world.lead, async (ctx) => takeSnapshot(ctx, (await openEvent(ctx, world.missionId, world.eventId)).event, null))
  const planNow = async () => {
    const { snapshot } = await snapshotNow()
    const terms = { seed: 1, rounds: 5, threads: 1, signal: new AbortController().signal }
    return { snapshot, result: await planSnapshot(snapshot, terms, () => {}) }
  }

  beforeAll(async () => {
    world = await anEventInMiami(inject('templateUrl'))
    // « Ana de Alpha » comes for Alpha, and travels with the delegation under the same name.
    home = await world.bring(world.lead, 'Alpha')
    host = await world.bring(world.lead, 'Beach', { circleId: world.host })
    member = await register('ANA', 'De Álpha', 'Alpha')
    await everybodyWishes(world, world.eventId, [home], [host])
  })

  test('travellers are known by name; of two who might be meant neither is, unless one represents that company; a host is nobody’s namesake', async () => {
    await register('Ana', 'de Beach')
    const twins = await world.bring(world.city, 'Twins')
    await register('Ana', 'de Twins')
    await register('Ana', 'de Twins', 'Another')
    const once = await world.bring(world.city, 'Once')
    await register('Ana', 'de Once')
    const meant = await register('Ana', 'de Once', 'ONCE')
    valueOf(
      await world.as(world.lead, (ctx) =>
        addResource(ctx, world.missionId, world.eventId, { kind: 'interpreter', name: 'de Alpha Ana', languages: ['fr', 'en'] }),
      ),
    )
    const people = await readAs(world.lead, async (ctx) => {
      const of = new Map((await listParticipants(ctx.tx, world.eventId)).map(({ id, name }) => [id as string, name]))
      const names = new Map((await listRepresentatives(ctx.tx, world.eventId)).map(({ id, participantId }) => [id, of.get(participantId)]))
      for (const { id, kind } of await listResources(ctx.tx, world.eventId)) names.set(id, kind)
      return (await listTravellers(ctx.tx, world.eventId)).map(({ whoId, memberId }) => [names.get(whoId), memberId])
    })

    expect(twins).not.toBe(once)
    expect(people.toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))).toEqual([
      ['Alpha', member],
      ['Once', meant],
      ['interpreter', member],
    ])
  })

  test('an item takes its slots from who is expected; hours kept for meetings, free time, what one may skip and what is cancelled take none', async () => {
    const only = { audience: 'members', memberIds: [member], start: '09:10', end: '09:50' } as const
    const signing = await propose({ ...only, type: 'signing', title: { fr: 'Signature' } })
    await propose({ ...only, type: 'b2b_meeting' })
    await propose({ ...only, type: 'free' })
    await propose({ ...only, attendance: 'optional' })
    await propose({ ...only, on: '2017-11-07', state: 'cancelled' })
    const { snapshot } = await snapshotNow()
    const alpha = snapshot.participants.find(({ id }) => id === home)
    const [first, second] = snapshot.slots

    expect(alpha?.people[0]).toMatchObject({
      away: [first?.id, second?.id].toSorted(),
      blocked: [
        { slotId: first?.id, itemId: signing },
        { slotId: second?.id, itemId: signing },
      ],
    })
    expect(snapshot.participants.find(({ id }) => id === host)?.people[0]).not.toHaveProperty('blocked')
    await world.as(world.lead, (ctx) => setItemState(ctx, world.missionId, signing, 'cancelled'))
    expect((await snapshotNow()).snapshot.participants.find(({ id }) => id === home)?.people[0]).not.toHaveProperty('blocked')
  })

  test('a wish is not placed because of the programme, and the reason names its item', async () => {
    const facts = { audience: 'members', memberIds: [member], start: '08:00', end: '20:00', title: { fr: 'Visite du port' } } as const
    const days = [await propose({ ...facts, on: '2017-11-06' }), await propose({ ...facts, on: '2017-11-07' })]
    const { result } = await planNow()

    expect(result?.meetings).toEqual([])
    const [reason] = result?.unheld ?? []
    expect(reason).toMatchObject({ one: home, other: host, cause: 'no_common_slot', change: { lift: [{ kind: 'away' }] } })
    expect(reason?.itemIds?.toSorted()).toEqual(days.toSorted())
    expect(reason?.change?.lift[0]).toMatchObject({ itemIds: [days[0]] })
    const titles = await readAs(
      world.lead,
      async (ctx) => (await readBlocked(ctx, (await openEvent(ctx, world.missionId, world.eventId)).event)).titles,
    )
    expect(titles[days[0] ?? '']).toEqual({ fr: 'Visite du port' })
    for (const id of days) await world.as(world.lead, (ctx) => setItemState(ctx, world.missionId, id, 'cancelled'))
  })

  test('a meeting in force warns the programme, is read with the person’s programme, and what the programme takes afterwards does not hold', async () => {
    const { snapshot } = await snapshotNow()
    const [slotId = '', spotId = ''] = [snapshot.slots[0]?.id, snapshot.spots[0]?.id]
    const pair = { one: home, other: host }
    valueOf(await world.as(world.lead, (ctx) => placeByHand(ctx, world.missionId, world.eventId, pair, { slotId, spotId }, null)))

    const meetings = await readAs(world.lead, (ctx) => listMeetingsOfTravellers(ctx.tx, [member]))
    expect(meetings).toMatchObject([{ one: 'Alpha', other: 'Beach', spot: 'Table 1', timeZone: 'America/New_York' }])
    expect(await readAs(world.city, (ctx) => listMeetingsOfTravellers(ctx.tx, [member]))).toEqual([])

    const item = await propose({ audience: 'members', memberIds: [member], start: '09:00', end: '09:30', title: { fr: 'Petit déjeuner' } })
    const warnings = await readAs(world.lead, async (ctx) => warningsOfDraft(await readDraft(ctx, world.missionId)))
    expect(warnings.filter(({ code }) => code === 'person_meets')).toEqual([{ code: 'person_meets', itemIds: [item], memberIds: [member] }])
    const unseen = await readAs(world.city, async (ctx) => warningsOfDraft(await readDraft(ctx, world.missionId)))
    expect(unseen.filter(({ code }) => code === 'person_meets')).toEqual([])

    const { broken } = await readAs(world.lead, (ctx) => readUnforeseen(ctx, world.missionId, world.eventId))
    expect(broken).toMatchObject([{ kind: 'away', slotId, itemIds: [item] }])
    const [held] = await readAs(world.lead, (ctx) => listMeetings(ctx.tx, world.eventId))
    const preview = await readAs(world.lead, (ctx) => previewPlace(ctx, world.missionId, world.eventId, pair, null))
    const second = snapshot.slots[1]?.id
    expect(preview.free.map(({ slotId: free }) => free)).not.toContain(second)

    const saved = (await readAs(world.lead, (ctx) => listItems(ctx.tx, world.missionId))).find(({ id }) => id === item)
    const later = {
      ...words(world.legId, { audience: 'members', memberIds: [member], start: '12:00', end: '12:30', title: { fr: 'Petit déjeuner' } }),
    }
    valueOf(await world.as(world.lead, (ctx) => changeItem(ctx, world.missionId, item, saved?.version ?? 1, later)))
    expect((await readAs(world.lead, (ctx) => readUnforeseen(ctx, world.missionId, world.eventId))).broken).toEqual([])
    expect(held?.slotId).toBe(slotId)
  })

  test('who is said to be away besides is away for that reason: the programme is no cause then', async () => {
    const facts = { audience: 'members', memberIds: [member], start: '08:00', end: '20:00' } as const
    for (const on of ['2017-11-06', '2017-11-07']) await propose({ ...facts, on })
    const times = {
      from: asLocalDate('2017-11-06'),
      fromTime: asLocalTime('06:00'),
      to: asLocalDate('2017-11-07'),
      toTime: asLocalTime('22:00'),
    }
    valueOf(await world.as(world.lead, (ctx) => sayUnavailable(ctx, world.missionId, { who: member, ...times })))
    const { result } = await planNow()

    expect(result?.unheld[0]).toMatchObject({ cause: 'no_common_slot' })
    expect(result?.unheld[0]).not.toHaveProperty('itemIds')
  })
})
