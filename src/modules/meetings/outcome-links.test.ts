import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { OutcomeDraft } from './domain/outcome.ts'
import { anEventInMiami, meetAtDesk } from './meetings.fixture.ts'
import { readLink, readLinkMeetings, tellWithLink } from './usecases/answer-by-link.ts'
import { makeLink, revokeLink } from './usecases/make-link.ts'
import { readOutcome } from './usecases/read-outcome.ts'
import { tellOutcome } from './usecases/tell-outcome.ts'

/** The host of the city meets two companies of the lead, and holds a link; a second meeting of one of them is none of its business. */
let world: Awaited<ReturnType<typeof anEventInMiami>>
let [home, host, neighbour, meetingId, othersMeetingId, token] = ['', '', '', '', '', '']
const draft: OutcomeDraft = { state: 'held', nextStep: 'quote', nextStepOn: '2017-11-20' as LocalDate, nextStepWords: 'Tarifs' }
const at = (now: string) => ({ ...world.services, now: () => now as Instant })
const after = () => at('2017-11-10T12:00:00.000Z')
const tell = (said: Partial<OutcomeDraft> = {}, version = 0, id = meetingId) =>
  tellWithLink(after(), token, { ...draft, ...said, meetingId: id, version })

beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
  home = await world.bring(world.lead, 'Maison')
  host = await world.bring(world.city, 'Hôte', { circleId: world.host })
  neighbour = await world.bring(world.city, 'Voisin', { circleId: world.host })
  meetingId = await meetAtDesk(world, home, host)
  othersMeetingId = await meetAtDesk(world, home, neighbour)
  const address = valueOf(await world.as(world.city, (ctx) => makeLink(ctx, world.missionId, world.eventId, host, 'en')))
  token = address.slice(address.lastIndexOf('/') + 1)
})
afterAll(() => world.close())

test('a meeting is told of once it has begun, not before', async () => {
  expect(await readLinkMeetings(world.services, token)).toEqual([])
  const early = { ...draft, meetingId, version: 0 }
  expect(await tellWithLink(world.services, token, early)).toEqual({ ok: false, problem: { code: 'stale_edit' } })
  expect(await readLinkMeetings(after(), token)).toMatchObject([{ id: meetingId, name: 'Maison', outcome: null }])
})

test('the holder tells of its own meeting, once however often it is sent, and again on the version it reads', async () => {
  const twice = await Promise.all([tell(), tell()])
  expect(twice).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ])
  expect(await tell({ state: 'they_missed' })).toEqual({ ok: false, problem: { code: 'stale_edit' } })
  expect(await tell({ nextStep: 'none' }, 1)).toEqual({ ok: true, value: null })
  const [told] = await readLinkMeetings(after(), token)
  expect(told?.outcome).toEqual({ state: 'held', nextStep: 'none', nextStepOn: null, nextStepWords: '', version: 2 })
  const { sides } = await world.read(world.city, (ctx) => readOutcome(ctx, world.missionId, world.eventId, meetingId))
  expect(sides.find(({ id }) => id === host)?.outcome).toMatchObject({ state: 'held', saidName: 'Hôte' })
})

test('nothing of the other side comes out, nor of meetings of others', async () => {
  const words = { ...draft, nextStepWords: 'Confidence de Maison', participantId: home, version: 0 }
  valueOf(await world.as(world.lead, (ctx) => tellOutcome(ctx, world.missionId, world.eventId, meetingId, words)))
  const shown = await readLinkMeetings(after(), token)
  expect(Object.keys(shown[0] ?? {}).sort()).toEqual(['endsAt', 'id', 'name', 'outcome', 'spot', 'startsAt', 'timeZone'])
  expect(JSON.stringify(shown)).not.toMatch(/Confidence|Voisin|Ana|example\.org|\+33/)
  expect(await tell({}, 0, othersMeetingId)).toEqual({ ok: false, problem: { code: 'stale_edit' } })
})

test('the link outlives the meetings by two weeks, and says nothing once it is ended', async () => {
  expect(await readLink(at('2017-11-20T12:00:00.000Z'), token)).toMatchObject({ state: 'open' })
  expect(await readLink(at('2017-11-22T12:00:00.000Z'), token)).toMatchObject({ state: 'expired' })
  await world.as(world.city, (ctx) => revokeLink(ctx, world.missionId, world.eventId, host))
  expect(await readLinkMeetings(after(), token)).toEqual([])
  expect(await tell({}, 2)).toEqual({ ok: false, problem: { code: 'stale_edit' } })
})
