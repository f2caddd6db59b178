import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { verifyJournal } from '#platform/journal.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { seatPartner } from '#tests/partners.ts'
import { type Somebody, type World, openWorld } from '#tests/world.ts'
import type { MissionId, NewLeg } from './domain/mission.ts'
import { countMissions, listMissions } from './sql/list.ts'
import { loadMission } from './sql/missions.ts'
import { loadNarrative } from './sql/own-part.ts'
import { changeMission } from './usecases/change-mission.ts'
import { changeState } from './usecases/change-state.ts'
import { type MissionDraft, createMission } from './usecases/create-mission.ts'
import { releasePartner } from './usecases/name-partner.ts'
import { closeAccounts, recordMandate, reopenAccounts, writeNarrative } from './usecases/write-own-part.ts'

let world: World
let department: Somebody
let city: Somebody
let port: Somebody

beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
  department = await world.found('Département de Rochebrune')
  city = await world.found('Ville de Rochebrune', 'municipality')
  port = await world.found('Port du Détroit', 'port')
})
afterAll(() => world.close())

const leg = (from: string, to: string): NewLeg => ({
  cityId: null,
  cityName: { fr: 'Miami', en: 'Miami' },
  country: 'US',
  startsOn: asLocalDate(from),
  endsOn: asLocalDate(to),
  timeZone: 'America/New_York',
})

const aDraft = (change: Partial<MissionDraft> = {}): MissionDraft => ({
  kind: 'outgoing',
  title: { fr: 'Mission collective à Miami' },
  purpose: {},
  legs: [leg('2025-11-04', '2025-11-10')],
  objectives: [{ fr: 'Promouvoir le territoire' }],
  themes: [{ fr: 'Tourisme' }],
  ...change,
})

const aMission = async (draft = aDraft()): Promise<MissionId> => valueOf(await world.as(department, (ctx) => createMission(ctx, draft)))

async function aSharedMission(): Promise<MissionId> {
  const missionId = await aMission()
  await seatPartner(world.services, department, city, missionId)
  return missionId
}

describe('opening and changing a mission', () => {
  test('a reader may not open one', async () => {
    const reader = await world.join(department.organisationId, ['reader'])

    await expect(world.as(reader, (ctx) => createMission(ctx, aDraft()))).rejects.toThrow(Forbidden)
  })

  test('a mission without dates is an idea, with dates it is in preparation and takes the dates of its legs', async () => {
    const idea = await aMission(aDraft({ legs: [] }))
    const dated = await aMission(aDraft({ legs: [leg('2025-05-24', '2025-05-27'), leg('2025-05-27', '2025-05-31')] }))

    const [one, other] = await world.read(department, async (ctx) => [await loadMission(ctx.tx, idea), await loadMission(ctx.tx, dated)])

    expect(one).toMatchObject({ state: 'idea', startsOn: null, endsOn: null })
    expect(other).toMatchObject({ state: 'preparation', startsOn: '2025-05-24', endsOn: '2025-05-31' })
  })

  test('what was written comes back whole', async () => {
    const missionId = await aMission()

    const mission = await world.read(department, (ctx) => loadMission(ctx.tx, missionId))

    expect(mission).toMatchObject({ title: { fr: 'Mission collective à Miami' }, objectives: [{ fr: 'Promouvoir le territoire' }] })
    expect(mission?.themes.map((theme) => theme.label)).toEqual([{ fr: 'Tourisme' }])
    expect(mission?.partners.map(({ role, name }) => [role, name])).toEqual([['lead', 'Département de Rochebrune']])
    expect(mission?.legs.map(({ cityName, startsOn, endsOn, timeZone }) => [cityName.fr, startsOn, endsOn, timeZone])).toEqual([
      ['Miami', '2025-11-04', '2025-11-10', 'America/New_York'],
    ])
  })

  test('an edit made on an older version is refused with what was saved meanwhile', async () => {
    const missionId = await aMission()
    const seen = await world.read(department, (ctx) => loadMission(ctx.tx, missionId))
    valueOf(
      await world.as(department, (ctx) =>
        changeMission(ctx, missionId, seen?.version ?? 0, aDraft({ title: { fr: 'Titre du collègue' } })),
      ),
    )

    const outcome = await world.as(department, (ctx) =>
      changeMission(ctx, missionId, seen?.version ?? 0, aDraft({ title: { fr: 'Mon titre' } })),
    )

    expect(outcome).toMatchObject({ ok: false, problem: { code: 'stale_edit', saved: { title: { fr: 'Titre du collègue' } } } })
    expect(await world.read(department, (ctx) => loadMission(ctx.tx, missionId))).toMatchObject({ title: { fr: 'Titre du collègue' } })
  })

  test('two edits at the same moment: one is kept, the other is told', async () => {
    const missionId = await aMission()
    const version = (await world.read(department, (ctx) => loadMission(ctx.tx, missionId)))?.version ?? 0

    const outcomes = await Promise.all(
      ['Un', 'Deux'].map((fr) => world.as(department, (ctx) => changeMission(ctx, missionId, version, aDraft({ title: { fr } })))),
    )

    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true])
  })

  test('a confirmed mission may change its dates, and takes those of its new legs', async () => {
    const missionId = await aMission()
    valueOf(await world.as(department, (ctx) => changeState(ctx, missionId, 'confirmed')))
    const { version } = (await world.read(department, (ctx) => loadMission(ctx.tx, missionId))) ?? { version: 0 }

    const outcome = await world.as(department, (ctx) =>
      changeMission(ctx, missionId, version, aDraft({ legs: [leg('2025-12-01', '2025-12-03')] })),
    )

    expect(outcome).toMatchObject({ ok: true, value: { state: 'confirmed', startsOn: '2025-12-01', endsOn: '2025-12-03' } })
  })

  test('a mission is not confirmed without dates', async () => {
    const missionId = await aMission(aDraft({ legs: [] }))

    expect(await world.as(department, (ctx) => changeState(ctx, missionId, 'confirmed'))).toEqual({
      ok: false,
      problem: { code: 'confirmed_needs_dates' },
    })
  })
})

describe('what partners see of each other', () => {
  test('a partner sees the mission, and may not change its shared parts', async () => {
    const missionId = await aSharedMission()

    expect(await world.read(city, (ctx) => loadMission(ctx.tx, missionId))).toMatchObject({ title: { fr: 'Mission collective à Miami' } })
    await expect(world.as(city, (ctx) => changeState(ctx, missionId, 'confirmed'))).rejects.toThrow(Forbidden)
  })

  test('a stranger finds nothing, exactly as if the mission did not exist', async () => {
    const missionId = await aSharedMission()

    await expect(world.as(port, (ctx) => changeState(ctx, missionId, 'confirmed'))).rejects.toThrow(NotFound)
    await expect(world.as(port, (ctx) => changeState(ctx, crypto.randomUUID(), 'confirmed'))).rejects.toThrow(NotFound)
    expect(await world.read(port, (ctx) => listMissions(ctx.tx, port.organisationId, { limit: 50 }))).toEqual([])
    expect(await world.read(port, (ctx) => countMissions(ctx.tx, port.organisationId))).toBe(0)
  })

  test('what each writes for its own report stays its own', async () => {
    const missionId = await aSharedMission()
    valueOf(await world.as(department, (ctx) => writeNarrative(ctx, missionId, 0, { fr: 'Récit privé du Département' })))

    expect(await world.read(city, (ctx) => loadNarrative(ctx.tx, missionId))).toBeNull()
  })

  test('a partner that leaves loses access at once, and its seat stays written', async () => {
    const missionId = await aSharedMission()
    const seat = (await world.read(department, (ctx) => loadMission(ctx.tx, missionId)))?.partners.find(
      (partner) => partner.organisationId === city.organisationId,
    )

    valueOf(await world.as(department, (ctx) => releasePartner(ctx, missionId, seat?.id ?? '')))

    expect(await world.read(city, (ctx) => loadMission(ctx.tx, missionId))).toBeNull()
    expect(
      (await world.read(department, (ctx) => loadMission(ctx.tx, missionId)))?.partners.map((partner) => partner.leftAt !== null),
    ).toEqual([false, true])
  })

  test('the lead does not leave its mission', async () => {
    const missionId = await aSharedMission()
    const lead = (await world.read(department, (ctx) => loadMission(ctx.tx, missionId)))?.partners.find(
      (partner) => partner.role === 'lead',
    )

    expect(await world.as(department, (ctx) => releasePartner(ctx, missionId, lead?.id ?? ''))).toEqual({
      ok: false,
      problem: { code: 'the_lead_stays' },
    })
  })
})

describe('one’s own part', () => {
  test('only finance closes the accounts, after the return, and once', async () => {
    const missionId = await aSharedMission()
    const finance = await world.join(department.organisationId, ['finance'])
    const reader = await world.join(department.organisationId, ['reader'])

    await expect(world.as(reader, (ctx) => closeAccounts(ctx, missionId))).rejects.toThrow(Forbidden)
    expect(await world.as(finance, (ctx) => closeAccounts(ctx, missionId))).toMatchObject({ ok: true })
    expect(await world.as(finance, (ctx) => closeAccounts(ctx, missionId))).toEqual({
      ok: false,
      problem: { code: 'accounts_already_closed' },
    })
    expect(await world.as(finance, (ctx) => reopenAccounts(ctx, missionId))).toMatchObject({ ok: true })
  })

  test('accounts are not closed before the mission is back', async () => {
    const missionId = await aMission(aDraft({ legs: [leg('2026-11-04', '2026-11-10')] }))

    expect(await world.as(department, (ctx) => closeAccounts(ctx, missionId))).toEqual({ ok: false, problem: { code: 'not_returned_yet' } })
  })

  test('each partner records its own mandate', async () => {
    const missionId = await aSharedMission()
    const mandate = { decidedBy: 'assembly', decidedOn: asLocalDate('2025-09-20'), reference: '25-114' } as const

    valueOf(await world.as(department, (ctx) => recordMandate(ctx, missionId, mandate)))
    valueOf(await world.as(city, (ctx) => recordMandate(ctx, missionId, { ...mandate, reference: '25-2-87' })))

    const lines = await world.read(city, (ctx) => listMissions(ctx.tx, city.organisationId, { limit: 50 }))
    expect(lines.find((line) => line.id === missionId)?.mandateDecidedOn).toBe('2025-09-20')
  })
})

describe('the list', () => {
  test('finds a mission despite accents and a slip of the keyboard', async () => {
    const missionId = await aMission(aDraft({ title: { fr: 'Déplacement à Gênes' } }))
    const found = async (search: string) =>
      (await world.read(department, (ctx) => listMissions(ctx.tx, department.organisationId, { search, limit: 50 }))).map((line) => line.id)

    expect(await found('genes')).toEqual([missionId])
    expect(await found('déplacemnt')).toEqual([missionId])
    expect(await found('Tokyo')).toEqual([])
  })

  test('costs the same number of queries with one mission and with three', async () => {
    const costs: number[] = []
    for (const extra of [0, 2]) {
      for (let made = 0; made < extra; made += 1) await aMission()
      costs.push(await world.countQueries(department, (ctx) => listMissions(ctx.tx, department.organisationId, { limit: 50 })))
    }

    expect(costs).toEqual([1, 1])
  })

  test('walks page after page without losing or repeating a line', async () => {
    const all = await world.read(department, (ctx) => listMissions(ctx.tx, department.organisationId, { limit: 100 }))
    const walked: string[] = []
    for (let after: string | undefined; ; after = walked.at(-1)) {
      const page = await world.read(department, (ctx) =>
        listMissions(ctx.tx, department.organisationId, { limit: 3, ...(after ? { after } : {}) }),
      )
      if (page.length === 0) break
      walked.push(...page.map((line) => line.id))
    }

    expect(walked).toEqual(all.map((line) => line.id))
  })
})

describe('the database, with the application’s checks bypassed', () => {
  const asWeb = (who: Somebody, statement: string) => world.read(who, (ctx) => sql.raw<Record<string, unknown>>(statement).execute(ctx.tx))

  test.each([
    ['an unknown role at a mission', `update missions.partner set role = 'king' where role = 'lead'`, 'role_is_known'],
    [
      'a second lead',
      `with card as (insert into directory.organisation (kept_by, name, kind) values ('%department%', 'Fiche', 'other') returning id) insert into missions.partner (mission_id, organisation_id, role) select '%mission%', id, 'lead' from card`,
      'one_lead_per_mission',
    ],
    [
      'a leg that ends before it starts',
      `update missions.leg set ends_on = starts_on - 1 where mission_id = '%mission%'`,
      'ends_after_it_starts',
    ],
    [
      'two legs that overlap',
      `insert into missions.leg (mission_id, position, city_name, country, starts_on, ends_on, time_zone) select mission_id, 9, city_name, country, starts_on, ends_on, time_zone from missions.leg where mission_id = '%mission%'`,
      'legs_share_at_most_a_transfer_day',
    ],
    ['a title in no language', `update missions.mission set title = '{}' where id = '%mission%'`, 'title_is_localized'],
    [
      'a confirmed mission without dates',
      `with gone as (delete from missions.leg where mission_id = '%mission%') update missions.mission set state = 'confirmed', starts_on = null, ends_on = null where id = '%mission%'`,
      'confirmed_has_dates',
    ],
  ])('%s is refused by its name', async (_case, statement, constraint) => {
    const missionId = await aMission()
    const written = statement.replaceAll('%mission%', missionId).replaceAll('%department%', department.organisationId)

    await expect(asWeb(department, written)).rejects.toMatchObject({ constraint })
  })

  test('a partner cannot write the shared parts, nor a stranger anything', async () => {
    const missionId = await aSharedMission()
    const rows = async (who: Somebody, statement: string) => (await asWeb(who, statement)).numAffectedRows

    expect(await rows(city, `update missions.mission set title = '{"fr": "Pris"}' where id = '${missionId}'`)).toBe(0n)
    expect(await rows(city, `update missions.leg set ends_on = ends_on + 1 where mission_id = '${missionId}'`)).toBe(0n)
    expect(await rows(port, `update missions.partner set role = 'partner' where mission_id = '${missionId}'`)).toBe(0n)
    await expect(
      asWeb(
        port,
        `insert into missions.partner (mission_id, organisation_id, role) values ('${missionId}', '${port.organisationId}', 'partner')`,
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      asWeb(
        city,
        `insert into missions.mandate (mission_id, organisation_id, decided_by, decided_on, reference) values ('${missionId}', '${department.organisationId}', 'assembly', '2025-01-01', 'x')`,
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('every table of the missions is empty for someone who is nobody', async () => {
    await aSharedMission()

    const counts = await withOwner(world.ownerUrl, async (owner) => {
      await owner.query('begin')
      await owner.query('set local role escale_web')
      const found: number[] = []
      for (const table of ['mission', 'partner', 'leg', 'objective', 'mission_theme', 'theme', 'narrative', 'mandate']) {
        found.push((await owner.query<{ n: number }>(`select count(*)::int as n from missions.${table}`)).rows[0]?.n ?? -1)
      }
      await owner.query('rollback')
      return found
    })

    expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  })

  test('the journal keeps what a partner may read apart from what it may not, and its chains hold', async () => {
    const missionId = await aSharedMission()
    valueOf(await world.as(department, (ctx) => writeNarrative(ctx, missionId, 0, { fr: 'Récit privé' })))

    const seen = await asWeb(city, `select distinct entity from app.journal where mission_id = '${missionId}'`)

    expect(seen.rows.map((row) => row.entity).sort()).toEqual([
      'missions.leg',
      'missions.mission',
      'missions.mission_theme',
      'missions.objective',
      'missions.partner',
      // Its own answer: the rest of the invitation is the organiser’s.
      'missions.partner_invitation',
    ])
    expect((await withOwner(world.ownerUrl, (owner) => verifyJournal(owner))).faults).toEqual([])
  })
})
