import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { violatedConstraint } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'
import { brokenRules } from './domain/judge/broken-rules.ts'
import { anEventInMiami } from './meetings.fixture.ts'
import { listSlots } from './sql/setup.ts'
import { listOffers } from './sql/slot-offers.ts'
import { listReceivedRequests } from './sql/wishes.ts'
import { chooseSlotWithLink, readLinkOffers } from './usecases/answer-by-link.ts'
import { makeLink } from './usecases/make-link.ts'
import { makeWishes } from './usecases/make-wishes.ts'
import { chooseOfferedSlot, offerSlots, proposeSlots } from './usecases/offer-slots.ts'
import { openEvent } from './usecases/open-event.ts'
import { planSnapshot } from './usecases/plan-snapshot.ts'
import { takeSnapshot } from './usecases/take-snapshot.ts'

describe('three slots, of which the one who is asked chooses one', () => {
  let world: Awaited<ReturnType<typeof anEventInMiami>>
  let home: string, host: string, wishId: string, token: string
  let slots: string[]
  const offer = (who: Somebody, slotIds: readonly string[]) =>
    world.as(who, (ctx) => offerSlots(ctx, world.missionId, world.eventId, host, wishId, slotIds))
  const offers = (who: Somebody) => world.read(who, (ctx) => listOffers(ctx.tx, world.eventId))
  const request = async () => (await world.read(world.lead, (ctx) => listReceivedRequests(ctx.tx, world.eventId, host)))[0]
  const stopped = (statement: RawBuilder<unknown>) =>
    world.read(world.lead, (ctx) => statement.execute(ctx.tx).then(() => null, violatedConstraint))

  beforeAll(async () => {
    world = await anEventInMiami(inject('templateUrl'))
    home = await world.bring(world.lead, 'Maison')
    host = await world.bring(world.city, 'Hôte', { circleId: world.host })
    const wishes = [{ aboutId: host, degree: 'like' as const, motive: '' }]
    valueOf(await world.as(world.lead, (ctx) => makeWishes(ctx, world.missionId, world.eventId, home, wishes)))
    wishId = (await request())?.id ?? ''
    slots = (await world.read(world.lead, (ctx) => listSlots(ctx.tx, world.eventId))).map(({ id }) => id)
    const address = valueOf(await world.as(world.city, (ctx) => makeLink(ctx, world.missionId, world.eventId, host, 'en')))
    token = address.slice(address.lastIndexOf('/') + 1)
  })
  afterAll(() => world.close())

  test('are proposed where both are free, offered by organisers alone, and three different ones of the event', async () => {
    const proposed = await world.read(world.lead, (ctx) => proposeSlots(ctx, world.missionId, world.eventId, host))

    expect(proposed[wishId]).toEqual(slots.slice(0, 3))
    expect(await offer(world.lead, [slots[0] ?? '', slots[0] ?? '', slots[1] ?? ''])).toMatchObject({
      problem: { code: 'three_slots_of_the_event' },
    })
    await expect(offer(world.city, slots.slice(0, 3))).rejects.toThrow()
  })

  test('are read by who is asked; of fifty choices at once one is taken, which accepts the request', async () => {
    valueOf(await offer(world.lead, slots.slice(0, 3)))
    const [offered] = await readLinkOffers(world.services, token)
    expect(offered).toMatchObject({ wishId, slotIds: slots.slice(0, 3), state: 'open', chosenSlotId: null })
    expect(await offers(world.city)).toHaveLength(1)
    expect(await offers(world.stranger)).toEqual([])
    const choice = (slotId = '') => chooseSlotWithLink(world.services, token, { offerId: offered?.id ?? '', slotId })
    expect(await choice(slots[5])).toEqual({ ok: false, problem: { code: 'offer_over' } })

    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => choice(slots[index % 3])))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 49 }, () => ({ ok: false, problem: { code: 'offer_over' } })))
    const chosen = slots[answers.findIndex(({ ok }) => ok) % 3]
    expect(await offers(world.lead)).toMatchObject([{ state: 'chosen', chosenSlotId: chosen }])
    expect(await request()).toMatchObject({ state: 'accepted' })
  })

  test('a plan keeps to the slot that was chosen, and the judge sees one that does not', async () => {
    valueOf(await offer(world.lead, slots.slice(7, 10)))
    const [again] = await offers(world.city)
    const choice = { offerId: again?.id ?? '', slotId: slots[8] ?? '' }
    valueOf(await world.as(world.city, (ctx) => chooseOfferedSlot(ctx, world.missionId, world.eventId, host, choice)))
    const { snapshot } = await world.read(world.lead, async (ctx) =>
      takeSnapshot(ctx, (await openEvent(ctx, world.missionId, world.eventId)).event, null),
    )
    const terms = { seed: 1, rounds: 5, threads: 1, signal: new AbortController().signal }
    const [meeting] = (await planSnapshot(snapshot, terms, () => {}))?.meetings ?? []

    expect(meeting).toMatchObject({ one: home, other: host, slotId: slots[8] })
    expect(meeting && brokenRules(snapshot, [meeting])).toEqual([])
    expect(meeting && brokenRules(snapshot, [{ ...meeting, slotId: slots[0] ?? '' }])).toEqual([
      { kind: 'not_as_chosen', slotId: slots[8], one: home, other: host },
    ])
  })

  test('the database keeps one standing offer, one of its three, to who is asked, whatever the application checks', async () => {
    const insert = (
      ids: readonly string[],
      to = host,
    ) => sql`insert into meetings.slot_offer (mission_id, event_id, wish_id, host_id, slot_ids, offered_at)
      values (${world.missionId}, ${world.eventId}, ${wishId}, ${to}, ${[...ids]}::uuid[], now())`
    expect(await stopped(insert(slots.slice(0, 3)))).toBe('one_standing_offer_per_request')
    expect(await stopped(insert(slots.slice(0, 2)))).toBe('three_slots_of_the_event')
    expect(await stopped(insert(slots.slice(0, 3), home))).toBe('an_offer_answers_a_request')
    expect(await stopped(sql`update meetings.slot_offer set slot_ids = slot_ids || slot_ids`)).toBe('three_slots_are_offered')
    expect(await stopped(sql`update meetings.slot_offer set chosen_slot_id = ${slots[0]}`)).toBe('one_of_the_three_is_chosen')
    expect(await stopped(sql`update meetings.slot_offer set chosen_slot_id = null where state = 'chosen'`)).toBe('a_choice_names_its_slot')
    expect(await stopped(sql`update meetings.slot_offer set state = 'open' where state = 'chosen'`)).toBe('an_open_offer_has_no_answer')
    expect(await stopped(sql`update meetings.slot_offer set state = 'lost'`)).toBe('state_is_known')
    const byPartner = await world.read(world.city, (ctx) => sql`update meetings.slot_offer set state = 'withdrawn'`.execute(ctx.tx))
    expect(byPartner.numAffectedRows).toBe(0n)
  })
})
