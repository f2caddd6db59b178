import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { violatedConstraint } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { readPastedTable } from '#platform/tabular/read-table.ts'
import type { Somebody } from '#tests/world.ts'
import { nothingShown } from './domain/company-profile.ts'
import { anEventInMiami } from './meetings.fixture.ts'
import { listParticipants } from './sql/participants.ts'
import { type ProfileRow, loadProfile, readShownProfiles } from './sql/profiles.ts'
import { readLink, readLinkProfiles, writeProfileWithLink } from './usecases/answer-by-link.ts'
import { importParticipants } from './usecases/import-participants.ts'
import { makeLink, revokeLink } from './usecases/make-link.ts'
import { showChoices } from './usecases/make-wishes.ts'
import { writeProfile } from './usecases/write-profile.ts'

const said: ProfileRow = {
  sectorCodes: ['nace:62.01', 'cpv:72000000'],
  stage: 'growth',
  markets: ['US', 'CA'],
  knownBy: 'Le port de Rochebrune',
  shown: ['stage', 'sectorCodes'],
}
const trade = { sectors: ['Logiciel'], offers: ['capteurs'], needs: ['distributeur'], languages: ['fr'] }

describe('what a company says of itself', () => {
  let world: Awaited<ReturnType<typeof anEventInMiami>>
  let home: string, host: string
  const write = (who: Somebody, version: number, facts: Partial<ProfileRow> = {}) =>
    world.as(who, (ctx) => writeProfile(ctx, world.missionId, world.eventId, home, version, { ...said, ...facts }))
  const linkOf = async (who: Somebody, participantId: string) => {
    const address = valueOf(await world.as(who, (ctx) => makeLink(ctx, world.missionId, world.eventId, participantId, 'fr')))
    return address.slice(address.lastIndexOf('/') + 1)
  }

  beforeAll(async () => {
    world = await anEventInMiami(inject('templateUrl'))
    home = await world.bring(world.lead, 'Maison')
    host = await world.bring(world.city, 'Hôte', { circleId: world.host })
    valueOf(await write(world.lead, 0))
  })
  afterAll(() => world.close())

  test('is refused when somebody wrote it meanwhile, or for the first time in two tabs', async () => {
    expect(await write(world.lead, 0)).toEqual({ ok: false, problem: { code: 'stale_edit' } })
    expect(await write(world.lead, 7)).toEqual({ ok: false, problem: { code: 'stale_edit' } })
  })

  test('is read by who brings it; others read what it agreed to show, field by field, and a stranger nothing', async () => {
    expect(await world.read(world.lead, (ctx) => loadProfile(ctx.tx, home))).toMatchObject({ ...said, version: 1 })
    expect(await world.read(world.city, (ctx) => loadProfile(ctx.tx, home))).toBeNull()
    const shown = await world.read(world.city, (ctx) => readShownProfiles(ctx.tx, world.eventId))
    expect(shown.get(home)).toEqual({ ...nothingShown, stage: 'growth', sectorCodes: said.sectorCodes })
    expect((await world.read(world.stranger, (ctx) => readShownProfiles(ctx.tx, world.eventId))).size).toBe(0)
  })

  test('is not written by a partner, whatever the application checks', async () => {
    const changed = await world.read(world.city, (ctx) => sql`update meetings.profile set known_by = 'Volé'`.execute(ctx.tx))
    expect(changed.numAffectedRows).toBe(0n)
    const put = world.read(world.city, (ctx) =>
      sql`insert into meetings.profile (id, mission_id, event_id)
      select id, mission_id, event_id from meetings.participant where id = ${home}`.execute(ctx.tx),
    )
    await expect(put).rejects.toMatchObject({ code: '42501' })
  })

  test.each([
    ['codes_name_their_nomenclature', { sectorCodes: ['62.01'] }],
    ['stage_is_known', { stage: 'dying' as never }],
    ['markets_are_iso_3166', { markets: ['USA'] }],
    ['references_are_short', { knownBy: 'x'.repeat(1001) }],
    ['shown_fields_are_known', { shown: ['email' as never] }],
  ])('%s is kept by the database', async (constraint, facts) => {
    const stopped = await world.read(world.lead, async (ctx) => {
      const profile = JSON.stringify({ ...said, ...facts })
      return sql`select meetings.put_profile(${home}, 1, ${profile}::jsonb)`.execute(ctx.tx).then(() => null, violatedConstraint)
    })
    expect(stopped).toBe(constraint)
  })

  test('a profile belongs to a participant of its event', async () => {
    const stopped = await world.read(world.lead, (ctx) =>
      sql`insert into meetings.profile (id, mission_id, event_id) values (gen_random_uuid(), ${world.missionId}, ${world.eventId})`
        .execute(ctx.tx)
        .then(() => null, violatedConstraint),
    )
    expect(stopped).toBe('a_profile_of_a_participant')
  })

  test('is completed by the company itself through its link, which reads no more of others than they show', async () => {
    const token = await linkOf(world.city, host)
    const door = world.services

    expect(await readLinkProfiles(door, token)).toEqual({
      own: null,
      shown: { [home]: { ...nothingShown, stage: 'growth', sectorCodes: said.sectorCodes } },
    })
    valueOf(await writeProfileWithLink(door, token, 0, { ...said, ...trade, stage: 'start', shown: [] }))
    expect(await writeProfileWithLink(door, token, 0, { ...said, ...trade })).toEqual({ ok: false, problem: { code: 'stale_edit' } })
    expect((await readLinkProfiles(door, token))?.own).toEqual({ ...said, stage: 'start', shown: [], version: 1 })
    expect(await readLink(door, token)).toMatchObject({ participant: trade })
    expect(await world.read(world.city, (ctx) => loadProfile(ctx.tx, host))).toMatchObject({ stage: 'start' })
    // The organisers read it too; what it does not show reaches nobody else.
    expect(await world.read(world.lead, (ctx) => loadProfile(ctx.tx, host))).toMatchObject({ knownBy: said.knownBy })
    const ofHome = await linkOf(world.lead, home)
    expect((await readLinkProfiles(door, ofHome))?.shown[host]).toEqual(nothingShown)

    const choiceOfHome = async () => (await world.read(world.lead, (ctx) => showChoices(ctx, world.eventId, home)))[0]?.shown
    expect(await choiceOfHome()).toEqual(nothingShown)
    valueOf(await writeProfileWithLink(door, token, 1, { ...said, ...trade, shown: ['markets'] }))
    expect(await choiceOfHome()).toEqual({ ...nothingShown, markets: ['US', 'CA'] })

    await world.as(world.city, (ctx) => revokeLink(ctx, world.missionId, world.eventId, host))
    expect(await readLinkProfiles(door, token)).toBeNull()
    expect(await writeProfileWithLink(door, token, 1, { ...said, ...trade })).toEqual({ ok: false, problem: { code: 'stale_edit' } })
  })

  test('comes with an imported list, shown to nobody until the company says so; a code of no nomenclature is named', async () => {
    const bring = (cells: string) =>
      world.as(world.lead, async (ctx) => {
        const table = valueOf(readPastedTable(`Entreprise\tCode NAF\tCode CPV\tStade\tMarchés\tRéférences\n${cells}`))
        return importParticipants(ctx, world.missionId, world.eventId, world.home, table)
      })
    expect(await bring('Neuve\t62.01Z ; 04.10\t\t\t\t')).toMatchObject({
      problem: { code: 'import_line_refused', lines: [{ line: 2, column: 'Code NAF', problem: 'sector_code_unknown' }] },
    })
    valueOf(await bring('Neuve\t62.01Z, 7211Z\t72\tCroissance\tus / ca\tLe port'))
    const [id] = await world.read(world.lead, async (ctx) =>
      (await listParticipants(ctx.tx, world.eventId)).flatMap((participant) => (participant.name === 'Neuve' ? [participant.id] : [])),
    )
    expect(await world.read(world.lead, (ctx) => loadProfile(ctx.tx, id ?? ''))).toEqual({
      sectorCodes: ['nace:62.01', 'nace:72.11', 'cpv:72000000'],
      stage: 'growth',
      markets: ['US', 'CA'],
      knownBy: 'Le port',
      shown: [],
      version: 1,
    })
    expect((await world.read(world.city, (ctx) => readShownProfiles(ctx.tx, world.eventId))).get(id ?? '')).toEqual(nothingShown)
  })
})
