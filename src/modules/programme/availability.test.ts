import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { aMissionToMiami, words } from './programme.fixture.ts'
import { listUnavailable } from './sql/availability.ts'
import { addVenue } from './usecases/write-places.ts'
import { proposeItem } from './usecases/write-item.ts'
import { readDraft, warningsOfDraft } from './usecases/read-draft.ts'
import { releaseProgramme } from './usecases/release-programme.ts'
import { sayUnavailable, takeBackUnavailable } from './usecases/write-availability.ts'

let house: Awaited<ReturnType<typeof aMissionToMiami>>
beforeAll(async () => {
  house = await aMissionToMiami(inject('templateUrl'))
})
afterAll(() => house.close())

const morning = (who: string) => ({
  who,
  from: asLocalDate('2017-11-06'),
  fromTime: asLocalTime('08:00'),
  to: asLocalDate('2017-11-06'),
  toTime: asLocalTime('12:00'),
})

describe('saying that somebody is away', () => {
  test('is for officers of who sends them: not for a reader, not for another partner, not for a stranger', async () => {
    const { as, reader, city, stranger, missionId, ana } = house

    await expect(as(reader, (ctx) => sayUnavailable(ctx, missionId, morning(ana)))).rejects.toThrow()
    await expect(as(stranger, (ctx) => sayUnavailable(ctx, missionId, morning(ana)))).rejects.toThrow()
    expect(await as(city, (ctx) => sayUnavailable(ctx, missionId, morning(ana)))).toEqual({
      ok: false,
      problem: { code: 'unavailable_unknown' },
    })
  })

  test('ends after it starts', async () => {
    const { as, lead, missionId, ana } = house

    expect(await as(lead, (ctx) => sayUnavailable(ctx, missionId, { ...morning(ana), toTime: asLocalTime('08:00') }))).toEqual({
      ok: false,
      problem: { code: 'an_unavailability_ends_after_it_starts' },
    })
  })

  test('warns every partner of what they are expected at, stops no release, and is taken back by who said it', async () => {
    const { as, lead, city, missionId, legId, cam } = house
    const itemId = valueOf(await as(lead, (ctx) => proposeItem(ctx, missionId, words(legId))))
    valueOf(await as(city, (ctx) => sayUnavailable(ctx, missionId, morning(cam))))

    const warned = await house.read(lead, async (ctx) => warningsOfDraft(await readDraft(ctx, missionId)))
    expect(warned).toEqual([{ code: 'person_away', itemIds: [itemId], memberIds: [cam] }])
    expect(await as(lead, (ctx) => releaseProgramme(ctx, missionId, { seen: 0, name: {}, note: {} }))).toMatchObject({ ok: true })

    const [said] = await house.read(lead, (ctx) => listUnavailable(ctx.tx, missionId))
    valueOf(await as(city, (ctx) => takeBackUnavailable(ctx, missionId, said?.id ?? '')))
    expect(await house.read(lead, async (ctx) => warningsOfDraft(await readDraft(ctx, missionId)))).toEqual([])
  })

  test('of a venue that is closed warns of what is planned there', async () => {
    const { as, lead, city, missionId, legId } = house
    const hall = { legId, name: { fr: 'Halle' }, addressLocal: '', addressLatin: '', latitude: null, longitude: null, capacity: null }
    const venueId = valueOf(await as(lead, (ctx) => addVenue(ctx, missionId, hall)))
    const itemId = valueOf(
      await as(lead, (ctx) => proposeItem(ctx, missionId, words(legId, { venueId, start: '11:00', end: '13:00', type: 'free' }))),
    )
    valueOf(await as(city, (ctx) => sayUnavailable(ctx, missionId, morning(venueId))))

    expect(await house.read(lead, async (ctx) => warningsOfDraft(await readDraft(ctx, missionId)))).toEqual([
      { code: 'venue_closed', itemIds: [itemId], venueId },
    ])
    const [said] = await house.read(lead, (ctx) => listUnavailable(ctx.tx, missionId))
    await expect(as(house.reader, (ctx) => takeBackUnavailable(ctx, missionId, said?.id ?? ''))).rejects.toThrow()
    valueOf(await as(lead, (ctx) => takeBackUnavailable(ctx, missionId, said?.id ?? '')))
  })
})

describe('what the database itself refuses, application checks bypassed', () => {
  const away = (memberId: string | null, endsAt = '2017-11-06T10:00Z') =>
    sql`insert into programme.unavailability (mission_id, member_id, starts_at, ends_at, time_zone)
      values (${house.missionId}, ${memberId}, '2017-11-06T09:00Z', ${endsAt}, 'America/New_York')`

  test('another partner’s member, nobody and nothing, an end before its start, a mission one has no part in', async () => {
    const { stoppedBy, city, stranger, ana, cam } = house

    expect(await stoppedBy(city, away(ana))).toBe('who_sends_a_member_says_when')
    expect(await stoppedBy(city, away(null))).toBe('a_member_or_a_venue_is_unavailable')
    expect(await stoppedBy(city, away(cam, '2017-11-06T09:00Z'))).toBe('an_unavailability_ends_after_it_starts')
    expect(await stoppedBy(stranger, away(cam))).toBe('42501')
    expect(await stoppedBy(city, away(cam))).toBeNull()
  })

  test('is read by every partner and by nobody else, and taken back by nobody else', async () => {
    const { as, read, lead, city, stranger, missionId, ana } = house
    valueOf(await as(lead, (ctx) => sayUnavailable(ctx, missionId, morning(ana))))
    const seen = (who: typeof lead) => read(who, async (ctx) => (await listUnavailable(ctx.tx, missionId)).length)

    expect([await seen(lead), await seen(city), await seen(stranger)]).toEqual([1, 1, 0])
    const taken = await read(city, (ctx) => sql`delete from programme.unavailability returning id`.execute(ctx.tx))
    expect(taken.rows).toEqual([])
  })
})
