import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { valueOf } from '#platform/pure/outcome.ts'
import type { PlanChange } from './domain/plan-delta.ts'
import { anEventInMiami, everybodyWishes } from './meetings.fixture.ts'
import { listMeetings } from './sql/plans.ts'
import { listSlots, listSpots } from './sql/setup.ts'
import { makeLink } from './usecases/make-link.ts'
import { placeByHand, takeOff } from './usecases/place-by-hand.ts'
import { tellChanges } from './usecases/tell-changes.ts'

/** Maison is brought by the city, Ami and Hôtes by the lead; addresses tell names apart by their length. */
let world: Awaited<ReturnType<typeof anEventInMiami>>
let owner: pg.Client
let ids: { maison: string; ami: string; host: string }
let slots: string[]
let table: string
beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
  owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
  const { lead, city, missionId, eventId, host: circleId } = world
  ids = {
    maison: await world.bring(city, 'Maison'),
    ami: await world.bring(lead, 'Ami'),
    host: await world.bring(lead, 'Hosts', { circleId, languages: ['en'] }),
  }
  await everybodyWishes(world, eventId, [ids.maison, ids.ami], [ids.host])
  valueOf(await world.as(lead, (ctx) => makeLink(ctx, missionId, eventId, ids.ami, 'en')))
  slots = (await world.read(lead, (ctx) => listSlots(ctx.tx, eventId))).map(({ id }) => id)
  table = (await world.read(lead, (ctx) => listSpots(ctx.tx, eventId)))[0]?.id ?? ''
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

const put = async (one: string, slot: number) => {
  const held = (await world.read(world.lead, (ctx) => listMeetings(ctx.tx, world.eventId))).find(({ oneId }) => oneId === one)
  const place = { slotId: slots[slot] ?? '', spotId: table }
  return valueOf(
    await world.as(world.lead, (ctx) =>
      placeByHand(ctx, world.missionId, world.eventId, { one, other: ids.host }, place, held?.version ?? null, 'tell'),
    ),
  )
}
/** What waits for the worker is done with its own hands; the letters that come of it. */
async function letters() {
  await owner.query('delete from app.mail')
  const { rows } = await owner.query<{ payload: { eventId: string; changes: PlanChange[] } }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'meetings.tell-changes' order by j.id`,
  )
  await owner.query(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'meetings.tell-changes'`,
  )
  for (const { payload } of rows) await tellChanges(world.services, owner, payload.eventId, payload.changes)
  const mails = await owner.query<{ recipient: string; language: string; organisation_id: string; subject: string; body_text: string }>(
    'select recipient, language, organisation_id, subject, body_text from app.mail order by recipient',
  )
  return mails.rows
}

describe('those whose day changes', () => {
  test('are told their own part of it, in their language, by whoever keeps their address', async () => {
    await put(ids.maison, 0)
    await put(ids.ami, 1)
    await letters()

    await put(ids.maison, 3)
    const told = await letters()

    expect(told.map(({ recipient, language, organisation_id }) => [recipient, language, organisation_id])).toEqual([
      ['ana@5.example.org', 'en', world.lead.organisationId],
      ['ana@6.example.org', 'fr', world.city.organisationId],
    ])
    expect(told[1]?.body_text).toMatch(/Hosts\s: .*10\sh\s15.*Table 1.*\(était .*\s9\sh\s.*Table 1\)/)
    expect(told[0]?.body_text).toContain('Maison')
    for (const { body_text } of told) expect(body_text).not.toContain('Ami')
  })

  test('hear of a meeting that is no more, in the language of their link', async () => {
    await put(ids.ami, 1)
    await letters()
    const held = (await world.read(world.lead, (ctx) => listMeetings(ctx.tx, world.eventId))).find(({ oneId }) => oneId === ids.ami)

    const pair = { one: ids.ami, other: ids.host }
    valueOf(await world.as(world.lead, (ctx) => takeOff(ctx, world.missionId, world.eventId, pair, held?.version ?? 0, 'tell')))
    const told = await letters()

    expect(told.map(({ recipient, language }) => [recipient, language])).toEqual([
      ['ana@3.example.org', 'en'],
      ['ana@5.example.org', 'en'],
    ])
    expect(told[0]?.subject).toContain('one of your meetings changes')
    expect(told[0]?.body_text).toContain('cancelled')
  })
})
