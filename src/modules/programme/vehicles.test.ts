import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'
import { aMissionToMiami, words } from './programme.fixture.ts'
import { listItems, loadItem } from './sql.ts'
import { listVehicles } from './sql/vehicles.ts'
import { goBackTo } from './usecases/go-back.ts'
import { readDraft, warningsOfDraft } from './usecases/read-draft.ts'
import { readRelease } from './usecases/read-release.ts'
import { releaseProgramme } from './usecases/release-programme.ts'
import { changeItem, proposeItem } from './usecases/write-item.ts'
import { removeVehicle, writeVehicle } from './usecases/write-vehicles.ts'

let world: Awaited<ReturnType<typeof aMissionToMiami>>
beforeAll(async () => {
  world = await aMissionToMiami(inject('templateUrl'))
})
afterAll(() => world.close())

const write = (who: Somebody, name: string, seats = 2) => world.as(who, (ctx) => writeVehicle(ctx, world.missionId, { name, seats }))
const remove = (who: Somebody, id: string) => world.as(who, (ctx) => removeVehicle(ctx, world.missionId, id))
const read = (who: Somebody) => world.read(who, (ctx) => listVehicles(ctx.tx, world.missionId))
const named = async (name: string) => (await read(world.lead)).find((vehicle) => vehicle.name === name)?.id ?? ''
const propose = (facts: Parameters<typeof words>[1]) =>
  world.as(world.lead, (ctx) => proposeItem(ctx, world.missionId, words(world.legId, { type: 'travel', ...facts })))

describe('who brings a vehicle', () => {
  test('is an officer of a partner, who changes and removes it; the organisers change any, another partner none', async () => {
    const { lead, city, reader, stranger } = world
    await expect(write(reader, 'Autocar')).rejects.toThrow(Forbidden)
    await expect(write(stranger, 'Autocar')).rejects.toThrow(NotFound)
    valueOf(await write(city, 'Autocar', 40))
    valueOf(await write(lead, 'Autocar', 50))
    valueOf(await write(lead, 'Berline'))

    expect(await read(city)).toMatchObject([
      { name: 'Autocar', seats: 50, organisationId: city.organisationId },
      { name: 'Berline', seats: 2, organisationId: lead.organisationId },
    ])
    await expect(write(city, 'Berline', 9)).rejects.toThrow(Forbidden)
    await expect(remove(city, await named('Berline'))).rejects.toThrow(Forbidden)
    valueOf(await remove(city, await named('Autocar')))
    expect((await read(lead)).map(({ name }) => name)).toEqual(['Berline'])
  })
})

describe('a journey of the programme', () => {
  test('names a vehicle of the mission, which stays while it is named; nothing else has one', async () => {
    valueOf(await write(world.lead, 'Minibus'))
    const vehicleId = await named('Minibus')
    const id = valueOf(await propose({ vehicleId, on: '2017-11-05', audience: 'members', memberIds: [world.ana] }))
    const saved = () => world.read(world.city, (ctx) => loadItem(ctx.tx, world.missionId, id))

    expect(await saved()).toMatchObject({ vehicleId })
    expect(await remove(world.lead, vehicleId)).toEqual({ ok: false, problem: { code: 'a_vehicle_in_use_stays' } })
    expect(await propose({ vehicleId: crypto.randomUUID() })).toEqual({ ok: false, problem: { code: 'vehicle_unknown' } })
    const meeting = words(world.legId, { vehicleId, on: '2017-11-05', type: 'official_meeting' })
    valueOf(await world.as(world.lead, (ctx) => changeItem(ctx, world.missionId, id, 1, meeting)))
    expect(await saved()).toMatchObject({ vehicleId: null })
    valueOf(await remove(world.lead, vehicleId))
  })

  test('with more people than seats stops the release; once they fit, everyone reads in what they travel, and going back gives it back', async () => {
    const { lead, missionId, ana, bob, cam } = world
    valueOf(await write(lead, 'Navette', 2))
    const vehicleId = await named('Navette')
    const aboard = { vehicleId, on: '2017-11-07', audience: 'members', memberIds: [ana, bob, cam] } as const
    const id = valueOf(await propose(aboard))
    const release = (seen: number) => world.as(lead, (ctx) => releaseProgramme(ctx, missionId, { seen, name: {}, note: {} }))

    expect(await world.read(lead, async (ctx) => warningsOfDraft(await readDraft(ctx, missionId)))).toEqual([
      { code: 'vehicle_overfull', itemIds: [id], vehicle: 'Navette', expected: 3, seats: 2 },
    ])
    expect(await release(0)).toMatchObject({ ok: false, problem: { code: 'blocking_warnings' } })
    valueOf(await write(lead, 'Navette', 3))
    valueOf(await release(0))

    const released = await world.read(world.city, (ctx) => readRelease(ctx, missionId, '1'))
    expect(released.content.items.find((item) => item.id === id)?.vehicle).toEqual({ id: vehicleId, name: 'Navette' })
    const unnamed = words(world.legId, { ...aboard, type: 'travel', vehicleId: null })
    valueOf(await world.as(lead, (ctx) => changeItem(ctx, missionId, id, 1, unnamed)))
    valueOf(await world.as(lead, (ctx) => goBackTo(ctx, missionId, 1)))
    expect((await world.read(lead, (ctx) => listItems(ctx.tx, missionId))).find((item) => item.id === id)?.vehicleId).toBe(vehicleId)
  })
})

describe('what the database itself refuses, application checks bypassed', () => {
  const vehicle = ({
    name = 'Van',
    seats = 4,
    organisation = world.lead,
  }: { name?: string; seats?: number; organisation?: Somebody } = {}) =>
    sql`insert into programme.vehicle (mission_id, organisation_id, name, seats)
      values (${world.missionId}, ${organisation.organisationId}, ${name}, ${seats})`

  test('a vehicle without a name or a seat, twice under one name, in another’s name, of a mission one has no part in', async () => {
    const { stoppedBy, lead, city, stranger } = world
    valueOf(await write(lead, 'Voiture'))

    expect(await stoppedBy(lead, vehicle({ name: ' ' }))).toBe('a_vehicle_is_named')
    expect(await stoppedBy(lead, vehicle({ seats: 0 }))).toBe('a_vehicle_seats_somebody')
    expect(await stoppedBy(lead, vehicle({ name: 'Voiture' }))).toBe('one_vehicle_per_name')
    expect(await stoppedBy(lead, vehicle({ organisation: city }))).toBe('42501')
    expect(await stoppedBy(stranger, vehicle({ organisation: stranger }))).toBe('42501')
    expect(await stoppedBy(lead, vehicle())).toBeNull()
    const byNoPartner = withOwner(world.ownerUrl, (owner) =>
      owner.query('insert into programme.vehicle (mission_id, organisation_id, name, seats) values ($1, $2, $3, 1)', [
        world.missionId,
        stranger.organisationId,
        'Canot',
      ]),
    )
    await expect(byNoPartner).rejects.toThrow('a_partner_brings_the_vehicle')
  })

  test('a vehicle on what is no journey, one of no mission, and taking away one that is named', async () => {
    const { stoppedBy, lead, city, missionId, legId } = world
    valueOf(await write(lead, 'Bateau'))
    const vehicleId = await named('Bateau')
    const item = (type: string, id: string) =>
      sql`insert into programme.item (mission_id, organiser_id, leg_id, type, title, starts_at, ends_at, time_zone, vehicle_id)
        values (${missionId}, ${lead.organisationId}, ${legId}, ${type}, '{"fr": "X"}', '2017-11-06T10:00Z', '2017-11-06T11:00Z', 'America/New_York', ${id})`

    expect(await stoppedBy(lead, item('press', vehicleId))).toBe('only_a_journey_has_a_vehicle')
    expect(await stoppedBy(lead, item('travel', crypto.randomUUID()))).toBe('a_vehicle_in_use_stays')
    valueOf(await propose({ vehicleId, on: '2017-11-08', audience: 'members', memberIds: [world.ana] }))
    expect(await stoppedBy(lead, sql`delete from programme.vehicle where id = ${vehicleId}`)).toBe('a_vehicle_in_use_stays')
    const touched = await world.read(city, (ctx) =>
      sql`update programme.vehicle set seats = 9 where id = ${vehicleId} returning id`.execute(ctx.tx),
    )
    expect(touched.rows).toEqual([])
  })

  test('every partner reads the vehicles, and nobody else', async () => {
    expect((await read(world.city)).length).toBeGreaterThan(0)
    expect(await read(world.stranger)).toEqual([])
  })
})
