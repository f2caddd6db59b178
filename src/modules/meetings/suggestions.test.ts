import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { tokenDigest } from '#modules/identity/index.ts'
import { affinityOf, affinityPoints, affinityVersion } from './domain/affinity.ts'
import type { SuggestionRun } from './domain/suggestion-run.ts'
import { anEventInMiami, aProfile } from './meetings.fixture.ts'
import { nothingShown } from './domain/company-profile.ts'
import { forgetSuggestions, listSuggestionRuns, readSuggestionRuns } from './sql/suggestions.ts'
import { readLink, readLinkProfiles, readLinkSuggestions, showLinkChoices } from './usecases/answer-by-link.ts'
import { makeLink, revokeLink } from './usecases/make-link.ts'
import { answerRequests, makeWishes, showChoices } from './usecases/make-wishes.ts'
import { openSuggestions } from './usecases/read-suggestions.ts'
import { writeProfile } from './usecases/write-profile.ts'
import { suggestionTables } from './ui/suggestions/suggestion-tables.ts'

/** Maison, whom the lead brings, and Voisine, whom the city brings, may both ask Hôte; Maison wishes for it, and Hôte shows its markets alone. */
let world: Awaited<ReturnType<typeof anEventInMiami>>
let [maison, voisine, hote, token] = ['', '', '', '']
type Who = typeof world.lead

const look = (who: Who, id: string) => world.read(who, (ctx) => showChoices(ctx, world.eventId, id))
const kept = (who: Who, id: string | null) => world.read(who, (ctx) => readSuggestionRuns(ctx.tx, world.eventId, id))
const lookByLink = async () => {
  const link = await readLink(world.services, token)
  if (link?.state !== 'open') throw new Error('the link opens')
  return showLinkChoices(world.services, token, link, await readLinkProfiles(world.services, token))
}
const write = async (id: string, version: number, facts: object) => {
  const profile = { sectorCodes: ['nace:62.01'], stage: 'growth' as const, markets: ['FR'], knownBy: 'Secret', shown: [], ...facts }
  valueOf(await world.as(world.lead, (ctx) => writeProfile(ctx, world.missionId, world.eventId, id, version, profile)))
}

beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
  maison = await world.bring(world.lead, 'Maison', { needs: ['port'] })
  voisine = await world.bring(world.city, 'Voisine')
  hote = await world.bring(world.lead, 'Hôte', { circleId: world.host, offers: ['Port'], country: 'US' })
  await write(maison, 0, { shown: [] })
  await write(hote, 0, { shown: ['markets'] })
  const wishes = [{ aboutId: hote, degree: 'must' as const, motive: 'Motif confidentiel' }]
  valueOf(await world.as(world.lead, (ctx) => makeWishes(ctx, world.missionId, world.eventId, maison, wishes)))
  const address = valueOf(await world.as(world.lead, (ctx) => makeLink(ctx, world.missionId, world.eventId, maison, 'fr')))
  token = address.slice(address.lastIndexOf('/') + 1)
})
afterAll(() => world.close())

const ofMaison = [
  { kind: 'offers_my_need', words: ['Port'] },
  { kind: 'in_their_market', words: ['FR'] },
]

test('points are those of the version that is kept with them', () => {
  expect({ affinityVersion, affinityPoints }).toEqual({
    affinityVersion: 1,
    affinityPoints: {
      offers_my_need: 3,
      needs_my_offer: 3,
      same_sector: 2,
      same_trade: 2,
      in_my_market: 2,
      in_their_market: 2,
      same_stage: 1,
      met_before: 3,
      same_event_before: 1,
      no_common_language: -1,
    },
  })
})

test('what is shown is kept once, with its version, its weights and what weighed: of the other what it shows, and no wish', async () => {
  const choices = await look(world.lead, maison)
  await look(world.lead, maison)
  await lookByLink()

  const runs = await kept(world.lead, maison)
  expect(runs).toHaveLength(1)
  const run = runs[0] as SuggestionRun
  expect(run).toMatchObject({ number: 1, version: 1, compared: 1, pairs: [{ otherId: hote, reasons: ofMaison }] })
  expect(run.pairs[0]?.reasons).toEqual(choices[0]?.reasons)
  expect(Object.fromEntries(run.weights.map(({ kind, points }) => [kind, points]))).toEqual(affinityPoints)
  expect(run.shownName).not.toBe(null)
  expect(JSON.stringify(run)).not.toMatch(/Secret|confidentiel|must|declined/)
  expect(JSON.stringify(run.pairs)).not.toMatch(/growth|nace/)
})

test('what was kept computes again to what was shown', async () => {
  const [run] = await kept(world.lead, maison)
  const other = { ...aProfile(world.host), offers: ['Port'], country: 'US', ...nothingShown, markets: ['FR'] }
  expect(run && affinityOf(run.own, other)).toEqual(run?.pairs[0]?.reasons)
})

test('a refusal, and why, is in no run', async () => {
  const request = await world.read(world.lead, (ctx) => sql<{ id: string }>`select id from meetings.wish`.execute(ctx.tx))
  const answers = [{ wishId: request.rows[0]?.id ?? '', accepts: false, reason: 'Raison confidentielle' }]
  valueOf(await world.as(world.lead, (ctx) => answerRequests(ctx, world.missionId, world.eventId, hote, answers)))
  await look(world.lead, maison)
  expect(await kept(world.lead, maison)).toHaveLength(1)
})

test('something else that is shown is another run; the former stays as it was shown, also by the link', async () => {
  await write(hote, 1, { shown: [] })
  await lookByLink()
  const runs = await readLinkSuggestions(world.services, token)
  expect(runs).toMatchObject([
    { number: 2, shownName: null, pairs: [{ reasons: [ofMaison[0]] }] },
    { number: 1, pairs: [{ reasons: ofMaison }] },
  ])
  expect(await world.stoppedBy(world.lead, sql`update meetings.suggestion_run set pairs = '[]'`)).toBe('42501')
  expect(await world.stoppedBy(world.lead, sql`delete from meetings.suggestion_run`)).toBe('42501')
})

test('ten who look at once keep it once', async () => {
  await look(world.city, voisine)
  await write(hote, 2, { shown: ['stage'] })
  await Promise.all(Array.from({ length: 10 }, () => look(world.city, voisine)))
  expect((await kept(world.city, voisine)).length).toBeLessThanOrEqual(2)
})

test('who brings a company reads its runs and those of nobody else; a stranger and a reader keep and read nothing', async () => {
  expect((await kept(world.city, null)).every(({ participantId }) => participantId === voisine)).toBe(true)
  expect((await kept(world.city, voisine)).length).toBeGreaterThan(0)
  expect(new Set((await kept(world.lead, null)).map(({ participantId }) => participantId))).toEqual(new Set([maison, voisine]))
  expect(await kept(world.stranger, null)).toEqual([])
  const open = (who: Who) => world.read(who, (ctx) => openSuggestions(ctx, world.missionId, world.eventId))
  await expect(open(world.reader)).rejects.toThrow('may not')
  await expect(open(world.stranger)).rejects.toThrow()
  await expect(look(world.city, maison)).rejects.toThrow(/row-level security/)
})

test('a file has a line for each reason, with its weight; one that found nothing has a line too', async () => {
  const runs = await kept(world.lead, maison)
  const names = { [maison]: 'Maison', [hote]: 'Hôte' }
  const [pairs, written, weights] = suggestionTables([...runs, { ...(runs[0] as (typeof runs)[number]), pairs: [] }], names, 'fr')
  expect(pairs.rows.map((row) => row.slice(5))).toEqual([
    ['Hôte', 'une offre qui répond à un besoin', 'Port', '3'],
    ['Hôte', 'une offre qui répond à un besoin', 'Port', '3'],
    ['Hôte', 'vous dans un pays que l’autre vise', 'FR', '2'],
    ['', '', '', ''],
  ])
  expect(written?.rows).toHaveLength(3)
  expect(weights?.rows).toHaveLength(30)
})

test('a link that is revoked opens no run', async () => {
  valueOf(await world.as(world.lead, (ctx) => revokeLink(ctx, world.missionId, world.eventId, maison)))
  expect(await readLinkSuggestions(world.services, token)).toEqual([])
  const kept = await sql<{ isKept: boolean }>`
    select meetings.suggestions_by_link(${tokenDigest(token)}, '{}', now()) as is_kept`.execute(world.services.db.web)
  expect(kept.rows).toEqual([{ isKept: false }])
})

const run = (facts: {
  number?: number
  version?: number
  weights?: string
  own?: string
  compared?: number
  pairs?: string
  who?: string
  mission?: string
}) => sql`
  insert into meetings.suggestion_run (mission_id, event_id, participant_id, number, shown_at, version, weights, own, compared, pairs)
    values (${facts.mission ?? world.missionId}, ${world.eventId}, ${facts.who ?? hote}, ${facts.number ?? 1}, now(), ${facts.version ?? 1},
      ${facts.weights ?? '[{}]'}::jsonb, ${facts.own ?? '{}'}::jsonb, ${facts.compared ?? 0}, ${facts.pairs ?? '[]'}::jsonb)`

test.each([
  ['version_is_counted_from_1', () => run({ version: 0 })],
  ['weights_are_a_list', () => run({ weights: '[]' })],
  ['own_is_an_object', () => run({ own: '[]' })],
  ['pairs_are_a_list', () => run({ pairs: '{}' })],
  ['pairs_are_among_those_compared', () => run({ pairs: '[{}]' })],
  ['one_suggestion_run_per_number', () => run({ who: maison })],
  ['suggestions_to_a_participant', () => run({ who: crypto.randomUUID() })],
  ['suggestions_of_the_event', () => run({ mission: crypto.randomUUID() })],
])('%s is kept by the database', async (constraint, statement) => {
  expect(await world.stoppedBy(world.lead, statement())).toBe(constraint)
})

test('runs go three years after the event, and not before', async () => {
  const left = async (at: string) => {
    await withOwner(world.ownerUrl, (owner) => forgetSuggestions(owner, at as Instant))
    return (await world.read(world.lead, (ctx) => listSuggestionRuns(ctx.tx, world.eventId))).length
  }
  expect(await left('2020-11-06T00:00:00.000Z')).toBeGreaterThan(2)
  expect(await left('2020-11-09T00:00:00.000Z')).toBe(0)
})
