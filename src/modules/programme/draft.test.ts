import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { changeMission } from '#modules/missions/index.ts'
import type { Somebody } from '#tests/world.ts'
import { aMissionToMiami, words } from './programme.fixture.ts'
import { listItems, loadItem } from './sql.ts'
import { readDraft, warningsOfDraft } from './usecases/read-draft.ts'
import { previewMove } from './usecases/preview-move.ts'
import { changeItem, moveItem, proposeItem, removeItem } from './usecases/write-item.ts'
import { addVenue, chooseFollowers, removeVenue, saveTravelTime } from './usecases/write-places.ts'

let world: Awaited<ReturnType<typeof aMissionToMiami>>
beforeAll(async () => {
  world = await aMissionToMiami(inject('templateUrl'))
})
afterAll(() => world.close())

const propose = (who: Somebody, facts: Parameters<typeof words>[1] = {}) =>
  world.as(who, (ctx) => proposeItem(ctx, world.missionId, words(world.legId, facts)))
const aVenue = (name: string) => ({
  legId: world.legId,
  name: { fr: name },
  addressLocal: '',
  addressLatin: '',
  latitude: null,
  longitude: null,
  capacity: null,
})

describe('who writes the programme', () => {
  test('a reader and a stranger do not', async () => {
    await expect(propose(world.reader)).rejects.toThrow(Forbidden)
    await expect(propose(world.stranger)).rejects.toThrow(NotFound)
  })

  test('a partner proposes in its own name, whatever name it gives', async () => {
    const id = valueOf(await propose(world.city, { organiserId: world.lead.organisationId, on: '2017-11-05' }))

    expect(await world.read(world.lead, (ctx) => loadItem(ctx.tx, world.missionId, id))).toMatchObject({
      organiserId: world.city.organisationId,
      timeZone: 'America/New_York',
      startsAt: '2017-11-05T14:00:00.000Z',
    })
  })

  test('a partner does not change what another brought; the lead changes everything', async () => {
    const ours = valueOf(await propose(world.lead, { on: '2017-11-04' }))
    const theirs = valueOf(await propose(world.city, { on: '2017-11-04', start: '11:00', end: '12:00' }))
    const change = (who: Somebody, id: string) =>
      world.as(who, (ctx) => changeItem(ctx, world.missionId, id, 1, words(world.legId, { on: '2017-11-04', title: { fr: 'Autre' } })))

    await expect(change(world.city, ours)).rejects.toThrow(Forbidden)
    expect(valueOf(await change(world.lead, theirs))).toMatchObject({ title: { fr: 'Autre' }, organiserId: world.city.organisationId })
  })

  test('of two who change an item, the second is shown what the first saved', async () => {
    const id = valueOf(await propose(world.lead, { on: '2017-11-08' }))
    const change = (fr: string) =>
      world.as(world.lead, (ctx) => changeItem(ctx, world.missionId, id, 1, words(world.legId, { on: '2017-11-08', title: { fr } })))

    valueOf(await change('Première'))

    expect(await change('Seconde')).toMatchObject({ ok: false, problem: { code: 'stale_edit', saved: { title: { fr: 'Première' } } } })
  })
})

describe('moving an item', () => {
  test('keeps its length, its version known; a partner moves what it brought and nothing else', async () => {
    const id = valueOf(await propose(world.lead, { on: '2017-11-08' }))
    const spot = { date: asLocalDate('2017-11-09'), start: asLocalTime('15:30') }
    const move = (who: Somebody, version: number) => world.as(who, (ctx) => moveItem(ctx, world.missionId, id, version, spot))

    await expect(move(world.city, 1)).rejects.toThrow(Forbidden)
    await expect(move(world.stranger, 1)).rejects.toThrow(NotFound)
    expect(valueOf(await move(world.lead, 1))).toMatchObject({
      startsAt: '2017-11-09T20:30:00.000Z',
      endsAt: '2017-11-09T21:30:00.000Z',
      version: 2,
    })
    expect(await move(world.lead, 1)).toMatchObject({ ok: false, problem: { code: 'stale_edit', saved: { version: 2 } } })
  })

  test('is previewed without being written', async () => {
    const id = valueOf(await propose(world.lead, { on: '2017-11-08' }))
    const outside = await world.read(world.lead, (ctx) => previewMove(ctx, world.missionId, id, { date: asLocalDate('2017-11-20') }))

    expect(outside.gained).toEqual([{ code: 'outside_the_leg', itemIds: [id] }])
    expect(outside.toldCount).toBe(0)
    expect((await world.read(world.lead, (ctx) => previewMove(ctx, world.missionId, id, {}))).item.startsAt).toBe(outside.item.startsAt)
  })
})

describe('what an item may not say', () => {
  test.each([
    ['leg_unknown', { legId: crypto.randomUUID() }],
    ['venue_of_another_leg', { venueId: crypto.randomUUID() }],
    ['track_unknown', { trackId: crypto.randomUUID() }],
    ['guests_missing', { audience: 'members' }],
    ['guest_unknown', { audience: 'members', memberIds: [crypto.randomUUID()] }],
    ['guest_unknown', { audience: 'sub_delegations', organisationIds: [crypto.randomUUID()] }],
    ['sector_unknown', { audience: 'sector', themeId: crypto.randomUUID() }],
    ['language_unknown', { languages: ['français'] }],
    ['an_item_ends_after_it_starts', { endDate: '2017-11-05' }],
    ['an_item_lasts_two_days_at_most', { endDate: '2017-11-09' }],
  ] as const)('%s', async (code, { endDate, ...facts }: Record<string, unknown> & { endDate?: string }) => {
    const given = words(world.legId, facts)
    const times = { ...given.times, endDate: endDate ? asLocalDate(endDate) : null }

    const outcome = await world.as(world.lead, (ctx) => proposeItem(ctx, world.missionId, { ...given, times }))

    expect(outcome).toMatchObject({ ok: false, problem: { code } })
  })

  test('the organiser is a partner of the mission', async () => {
    expect(await propose(world.lead, { organiserId: world.stranger.organisationId })).toMatchObject({
      ok: false,
      problem: { code: 'organiser_unknown' },
    })
  })
})

describe('places and sectors', () => {
  test('a venue in use stays, one that is not goes', async () => {
    const used = valueOf(await world.as(world.city, (ctx) => addVenue(ctx, world.missionId, aVenue('Salle'))))
    const idle = valueOf(await world.as(world.city, (ctx) => addVenue(ctx, world.missionId, aVenue('Autre salle'))))
    valueOf(await propose(world.city, { venueId: used, on: '2017-11-09' }))
    valueOf(await world.as(world.city, (ctx) => saveTravelTime(ctx, world.missionId, { from: used, to: idle, minutes: 10, mode: 'walk' })))

    expect(await world.as(world.city, (ctx) => removeVenue(ctx, world.missionId, used))).toMatchObject({
      ok: false,
      problem: { code: 'a_venue_in_use_stays' },
    })
    expect(await world.as(world.lead, (ctx) => removeVenue(ctx, world.missionId, idle))).toEqual({ ok: true, value: null })
  })

  test('an item for a sector is for those who follow it, chosen by who sends them and nobody else', async () => {
    const { missionId, themeId, ana, cam } = world
    expect(await world.as(world.city, (ctx) => chooseFollowers(ctx, missionId, themeId, [ana]))).toMatchObject({
      ok: false,
      problem: { code: 'guest_unknown' },
    })
    valueOf(await world.as(world.city, (ctx) => chooseFollowers(ctx, missionId, themeId, [cam])))
    const one = valueOf(await propose(world.lead, { audience: 'sector', themeId, on: '2017-11-07' }))
    const other = valueOf(await propose(world.lead, { audience: 'members', memberIds: [ana, cam], on: '2017-11-07' }))

    const warnings = await world.read(world.lead, async (ctx) => warningsOfDraft(await readDraft(ctx, missionId)))

    expect(warnings).toContainEqual({ code: 'person_in_two_places', itemIds: [one, other].toSorted(), memberIds: [cam] })
    valueOf(await world.as(world.lead, (ctx) => removeItem(ctx, missionId, other)))
  })
})

test('changing the legs of a mission keeps the row of each that stays, and refuses to remove one the programme stands on', async () => {
  const { missionId, leg, legId } = world
  const change = (legs: (typeof leg)[], version: number) =>
    world.as(world.lead, (ctx) =>
      changeMission(ctx, missionId, version, {
        kind: 'outgoing',
        title: { fr: 'Miami' },
        purpose: {},
        legs,
        objectives: [],
        themes: [{ fr: 'Tourisme' }],
      }),
    )
  const elsewhere = { ...leg, cityName: { fr: 'Orlando' }, startsOn: asLocalDate('2017-11-10'), endsOn: asLocalDate('2017-11-12') }
  const version = async () => (await world.read(world.lead, (ctx) => readDraft(ctx, missionId))).mission.version

  const changed = valueOf(await change([{ ...leg, startsOn: asLocalDate('2017-11-03') }, elsewhere], await version()))

  expect(changed.legs.map(({ id, startsOn }) => [id === legId, startsOn])).toEqual([
    [true, '2017-11-03'],
    [false, '2017-11-10'],
  ])
  expect(await change([elsewhere], await version())).toMatchObject({ ok: false, problem: { code: 'a_leg_with_programme_stays' } })
})

describe('what the database itself refuses, application checks bypassed', () => {
  const run = (who: Somebody, statement: RawBuilder<unknown>) => world.read(who, (ctx) => statement.execute(ctx.tx))
  const anItem = (organiser: Somebody, columns: { ends?: string; leg?: string } = {}) =>
    sql`insert into programme.item (mission_id, organiser_id, leg_id, type, title, starts_at, ends_at, time_zone)
      values (${world.missionId}, ${organiser.organisationId}, ${columns.leg ?? world.legId}, 'press', '{"fr": "X"}', '2017-11-06T10:00Z',
        ${columns.ends ?? '2017-11-06T11:00Z'}, 'America/New_York')`

  test('an item that ends before it starts, of a leg of no mission, or organised by a stranger', async () => {
    expect(await world.stoppedBy(world.lead, anItem(world.lead, { ends: '2017-11-06T09:00Z' }))).toBe('an_item_ends_after_it_starts')
    expect(await world.stoppedBy(world.lead, anItem(world.lead, { leg: crypto.randomUUID() }))).toBe('a_leg_with_programme_stays')
    expect(await world.stoppedBy(world.lead, anItem(world.stranger))).toBe('the_organiser_is_a_partner')
    expect(await world.stoppedBy(world.lead, anItem(world.city))).toBeNull()
  })

  test('an item in another’s name, or of a mission one has no part in', async () => {
    expect(await world.stoppedBy(world.city, anItem(world.lead))).toBe('42501')
    expect(await world.stoppedBy(world.stranger, anItem(world.stranger))).toBe('42501')
  })

  test('the programme is read by every partner and by nobody else', async () => {
    const tables = ['item', 'venue', 'invited', 'member_sector']
    for (const table of tables) {
      const count = (who: Somebody) => run(who, sql`select from programme.${sql.table(table)}`).then(({ rows }) => rows.length)

      expect([table, await count(world.city), await count(world.stranger)]).toEqual([table, await count(world.lead), 0])
    }
    expect((await world.read(world.lead, (ctx) => listItems(ctx.tx, world.missionId))).length).toBeGreaterThan(3)
  })

  test('a partner changes no row of another, and follows no sector for another’s member', async () => {
    const changed = await run(
      world.city,
      sql`update programme.item set title = '{"fr": "Y"}' where organiser_id = ${world.lead.organisationId} returning id`,
    )

    expect(changed.rows).toEqual([])
    expect(
      await world.stoppedBy(
        world.city,
        sql`insert into programme.member_sector (mission_id, member_id, theme_id) values (${world.missionId}, ${world.ana}, ${world.themeId})`,
      ),
    ).toBe('a_sector_is_chosen_by_who_sends_the_member')
  })
})
