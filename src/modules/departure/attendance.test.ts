import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import { proposeItem, setItemState } from '#modules/programme/index.ts'
import type { Somebody } from '#tests/world.ts'
import { aDeparture } from './departure.fixture.ts'
import { countAttendance, listAttendance } from './sql/attendance.ts'
import { type CheckIn, checkIn, prepareBadges, readBadges, undoCheckIn } from './usecases/check-in.ts'

let world: Awaited<ReturnType<typeof aDeparture>>
let ofLead = ''
let ofCity = ''
beforeAll(async () => {
  world = await aDeparture(inject('templateUrl'))
  ofLead = await item(world.lead, '09:00')
  ofCity = await item(world.city, '14:00')
})
afterAll(() => world.close())

async function item(who: Somebody, start: string): Promise<string> {
  const mission = await world.read(world.lead, (ctx) => loadMission(ctx.tx, world.missionId))
  const words = {
    organiserId: null,
    legId: mission?.legs[0]?.id ?? '',
    venueId: null,
    trackId: null,
    type: 'conference',
    state: 'confirmed',
    attendance: 'expected',
    audience: 'everyone',
    themeId: null,
    organisationIds: [],
    memberIds: [],
    title: { fr: 'Conférence' },
    times: { date: asLocalDate('2027-03-06'), start: asLocalTime(start), end: asLocalTime('18:00'), endDate: null },
    capacity: null,
    vehicleId: null,
    across: [],
    speakers: [],
    languages: [],
    interpretersNeeded: 0,
    interpreters: [],
    dressCode: {},
    briefing: {},
    planB: {},
  } as const
  return valueOf(await world.as(who, (ctx) => proposeItem(ctx, world.missionId, words)))
}
const note = (who: Somebody, itemId: string, given: CheckIn['who'], key = crypto.randomUUID() as string, notedAt: Instant | null = null) =>
  world.as(who, (ctx) => checkIn(ctx, world.missionId, itemId, { key, who: given, notedAt }))
const seen = async (who: Somebody, itemId: string) =>
  (await world.read(who, (ctx) => listAttendance(ctx.tx, world.missionId, itemId))).map(({ memberId }) => memberId)

describe('badges', () => {
  test('organisers prepare everybody’s, a partner its own, each once', async () => {
    expect(await world.as(world.city, (ctx) => prepareBadges(ctx, world.missionId))).toEqual({ ok: true, value: 1 })
    expect(await world.as(world.lead, (ctx) => prepareBadges(ctx, world.missionId))).toEqual({ ok: true, value: 3 })
    expect(await world.as(world.lead, (ctx) => prepareBadges(ctx, world.missionId))).toEqual({ ok: true, value: 0 })

    expect((await world.read(world.lead, (ctx) => readBadges(ctx, world.missionId))).badges).toHaveLength(4)
    expect((await world.read(world.city, (ctx) => readBadges(ctx, world.missionId))).badges.map(({ member }) => member.id)).toEqual([
      world.cam,
    ])
    await expect(world.as(world.reader, (ctx) => prepareBadges(ctx, world.missionId))).rejects.toThrow(Forbidden)
    await expect(world.as(world.stranger, (ctx) => prepareBadges(ctx, world.missionId))).rejects.toThrow(NotFound)
  })

  test('a code says whose it is to the partners of the mission, and to nobody else', async () => {
    const [badge] = (await world.read(world.lead, (ctx) => readBadges(ctx, world.missionId))).badges
    const holder = (who: Somebody) =>
      world.read(who, async (ctx) => {
        const { rows } = await sql<{
          holder: string | null
        }>`select departure.badge_holder(${world.missionId}, ${badge?.code}) as holder`.execute(ctx.tx)
        return rows[0]?.holder
      })

    expect(await holder(world.city)).toBe(badge?.member.id)
    expect(await holder(world.stranger)).toBeNull()
    expect(badge?.code).not.toContain('ARNAL')
  })
})

describe('checking in', () => {
  test('by badge, sent again under its key or another, counts once and keeps its first moment', async () => {
    const badge = (await world.read(world.lead, (ctx) => readBadges(ctx, world.missionId))).badges.find(
      ({ member }) => member.id === world.bob,
    )
    const code = badge?.code.toLowerCase() ?? ''
    const key = crypto.randomUUID()
    const at = '2027-01-31T10:00:00.000Z' as Instant

    expect(await note(world.lead, ofLead, { code }, key, at)).toEqual({ ok: true, value: { memberId: world.bob, isNew: true } })
    expect(await note(world.lead, ofLead, { code }, key, at)).toMatchObject({ value: { isNew: false } })
    expect(await note(world.lead, ofLead, { memberId: world.bob })).toMatchObject({ value: { isNew: false } })
    const [noted] = await world.read(world.lead, (ctx) => listAttendance(ctx.tx, world.missionId, ofLead))
    expect(noted).toMatchObject({ memberId: world.bob, way: 'scan', notedAt: at })
    expect((await world.read(world.lead, (ctx) => countAttendance(ctx.tx, world.missionId))).get(ofLead)).toBe(1)
  })

  test('twenty queues that wake at once count somebody once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => note(world.lead, ofLead, { memberId: world.eve })))

    expect(outcomes.filter((outcome) => outcome.ok && outcome.value.isNew)).toHaveLength(1)
    expect(await seen(world.lead, ofLead)).toHaveLength(2)
  })

  test('who organises an item notes everybody there; a partner its own people, and reads no more', async () => {
    valueOf(await note(world.city, ofCity, { memberId: world.ana }))
    valueOf(await note(world.city, ofLead, { memberId: world.cam }))
    await expect(note(world.city, ofLead, { memberId: world.ana })).rejects.toThrow(Forbidden)

    expect(await seen(world.city, ofCity)).toEqual([world.ana])
    expect(await seen(world.city, ofLead)).toEqual([world.cam])
    expect(await seen(world.lead, ofLead)).toHaveLength(3)
    expect(await seen(world.stranger, ofLead)).toEqual([])
  })

  test('an unknown badge and a cancelled item are refused; a mistake is undone once', async () => {
    expect(await note(world.lead, ofLead, { code: 'AAAA' })).toEqual({ ok: false, problem: { code: 'badge_unknown' } })
    const undo = () => world.as(world.lead, (ctx) => undoCheckIn(ctx, world.missionId, ofLead, world.eve))
    valueOf(await undo())
    expect(await undo()).toEqual({ ok: false, problem: { code: 'not_noted' } })
    valueOf(await world.as(world.lead, (ctx) => setItemState(ctx, world.missionId, ofLead, 'cancelled')))
    expect(await note(world.lead, ofLead, { memberId: world.ana })).toEqual({ ok: false, problem: { code: 'item_cancelled' } })
    await expect(note(world.reader, ofCity, { memberId: world.ana })).rejects.toThrow(Forbidden)
  })

  test('checks bypassed, nobody notes another’s people where others organise', async () => {
    const insert = sql`insert into departure.attendance (id, mission_id, organisation_id, item_id, member_id, way, noted_at, noted_name)
      values (uuidv7(), ${world.missionId}, ${world.lead.organisationId}, ${ofLead}, ${world.ana}, 'list', now(), 'x')`

    await expect(world.read(world.city, (ctx) => insert.execute(ctx.tx))).rejects.toThrow(/row-level security/)
    await expect(world.read(world.stranger, (ctx) => insert.execute(ctx.tx))).rejects.toThrow(/row-level security/)
  })
})
