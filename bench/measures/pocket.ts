import pg from 'pg'
import { act } from '#platform/context.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { withOwner } from '#platform/db.ts'
import { tokenDigest } from '#modules/identity/domain/token.ts'
import { createMission } from '#modules/missions/index.ts'
import { deviceCookie } from '#modules/pocket/routes/device-cookie.ts'
import { releaseProgramme } from '#modules/programme/index.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { openWorld } from '#tests/world.ts'
import type { Ground } from '../ground.ts'
import type { Measure } from '../measure.ts'
import { type Finding, against, race, timed } from '../race.ts'
import { oneConnection, timeRequest } from '../requests.ts'
import { statementsOf, timeStatements } from '../statements.ts'

const people = 1000
/** Twenty moments for each, among four hundred: fifty people at a time in each of twenty rooms. */
const [slots, rooms] = [20, 20]
const phones = 300

const secretOf = (index: number) => String(index).padStart(43, 'p')

/** A mission of a thousand people and four hundred moments, nothing released yet; three hundred of them have a phone. */
async function fillMission(ownerUrl: string, missionId: string, organisationId: string): Promise<void> {
  await withOwner(ownerUrl, async (owner) => {
    await owner.query('set session_replication_role = replica')
    await owner.query(
      `insert into delegations.member (mission_id, organisation_id, given_name, family_name, category)
        select $1, $2, 'Prénom ' || n, 'Nom ' || n, 'guest' from generate_series(1, $3::int) n`,
      [missionId, organisationId, people],
    )
    await owner.query(
      `insert into delegations.member_contact (member_id, mission_id, organisation_id, email)
        select id, mission_id, organisation_id, id || '@example.org' from delegations.member where mission_id = $1`,
      [missionId],
    )
    await owner.query(
      `insert into programme.item (mission_id, organiser_id, leg_id, type, state, audience, title, starts_at, ends_at, time_zone)
        select $1, $2, (select id from missions.leg where mission_id = $1), 'round_table', 'confirmed', 'members', jsonb_build_object('fr', 'Table ' || slot || '.' || room),
               '2026-06-15T08:00Z'::timestamptz + slot * interval '1 hour', '2026-06-15T08:45Z'::timestamptz + slot * interval '1 hour', 'Europe/Paris'
          from generate_series(1, $3::int) slot, generate_series(1, $4::int) room`,
      [missionId, organisationId, slots, rooms],
    )
    await owner.query(
      `insert into programme.invited (mission_id, item_id, member_id)
        select $1, i.id, m.id
          from (select id, (row_number() over (order by starts_at, id) - 1) % $2 as room from programme.item where mission_id = $1) i
          join (select id, (row_number() over (order by id) - 1) % $2 as room from delegations.member where mission_id = $1) m on m.room = i.room`,
      [missionId, rooms],
    )
    await owner.query(
      `insert into pocket.pass (mission_id, organisation_id, member_id) select mission_id, organisation_id, id from delegations.member where mission_id = $1 limit $2`,
      [missionId, phones],
    )
    const { rows } = await owner.query<{ id: string }>('select id from pocket.pass order by id')
    for (const [index, { id }] of rows.entries())
      await owner.query(
        `insert into pocket.secret (pass_id, member_id, mission_id, organisation_id, kind, digest, made_at, expires_at)
          select id, member_id, mission_id, organisation_id, 'device', $2, now(), now() + interval '1 year' from pocket.pass where id = $1`,
        [id, tokenDigest(secretOf(index))],
      )
    await owner.query('analyze')
  })
}

/** The least a release has to write: its text, who is placed where, a letter each; to tables without a rule. */
async function writeBare(client: pg.Client, missionId: string): Promise<void> {
  await client.query('begin')
  await client.query('create temp table bare_place (item_id uuid, member_id uuid, period tstzrange) on commit drop')
  await client.query('create temp table bare_letter (id uuid, words text) on commit drop')
  await client.query(
    `insert into bare_place select i.item_id, i.member_id, tstzrange(p.starts_at, p.ends_at)
      from programme.invited i join programme.item p on p.id = i.item_id where i.mission_id = $1`,
    [missionId],
  )
  await client.query(
    `insert into bare_letter select gen_random_uuid(), repeat('Votre programme. ', 200) from generate_series(1, $1::int)`,
    [people],
  )
  await client.query('commit')
}

async function run(ground: Ground): Promise<Finding[]> {
  const world = await openWorld(await ground.emptyDatabase(), '2026-06-01T08:00:00.000Z')
  ground.atEnd(() => world.close())
  const organiser = await world.found('Département', 'department')
  const leg = {
    cityId: null,
    cityName: { fr: 'Nantes' },
    country: 'FR',
    startsOn: asLocalDate('2026-06-15'),
    endsOn: asLocalDate('2026-06-17'),
    timeZone: 'Europe/Paris',
  }
  const draft = { kind: 'event' as const, title: { fr: 'Rencontres' }, purpose: {}, legs: [leg], objectives: [], themes: [] }
  const missionId = valueOf(await world.as(organiser, (ctx) => createMission(ctx, draft)))
  await fillMission(world.ownerUrl, missionId, organiser.organisationId)
  const owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
  ground.atEnd(() => owner.end())

  let seen = 0
  /** Every moment changes for everyone, so that every release is as large as the first. */
  const release = async () => {
    await owner.query(`update programme.item set title = jsonb_build_object('fr', 'Table ' || gen_random_uuid()) where mission_id = $1`, [
      missionId,
    ])
    return timed(async () => {
      seen = valueOf(await act(world.services, organiser, (ctx) => releaseProgramme(ctx, missionId, { seen, name: {}, note: {} }))).number
    })
  }
  const { released, bare } = await race(
    {
      released: { what: 'A release of 400 moments to 1,000 people', run: release },
      bare: { what: 'its 20,000 places and 1,000 letters, to tables without a rule', run: () => timed(() => writeBare(owner, missionId)) },
    },
    { passes: 3, seconds: 60 },
  )

  const server = await ground.serve(world.ownerUrl)
  const web = new pg.Client({ connectionString: world.ownerUrl, options: '-c role=escale_web' })
  await web.connect()
  ground.atEnd(() => web.end())
  const connection = oneConnection()
  ground.atEnd(() => Promise.resolve(connection.destroy()))
  const cookies = await Promise.all(
    Array.from(
      { length: phones },
      async (_, index) => (await deviceCookie({ publicUrl: server.url }).serialize(secretOf(index))).split(';')[0] ?? '',
    ),
  )
  let turn = 0
  const pocket = () => ({ url: `${server.url}/poche`, headers: { cookie: cookies[(turn += 1) % phones] ?? '' } })
  const statements = await statementsOf(world.ownerUrl, pocket())
  const { page, plain, sent } = await race(
    {
      page: { what: 'A personal programme of twenty moments', run: () => timeRequest(pocket(), connection) },
      plain: {
        what: 'a page without data (accessibility statement)',
        run: () => timeRequest({ url: `${server.url}/accessibilite` }, connection),
      },
      sent: { what: `its ${statements.length} statements, bare`, run: () => timeStatements(web, statements) },
    },
    { passes: 9, runs: 12 },
  )

  const crowd = (targetOf: () => { url: string; headers?: { cookie: string } }) =>
    timed(async () => {
      const agents = Array.from({ length: 20 }, () => oneConnection())
      await Promise.all(
        agents.map(async (agent) => {
          for (let own = 0; own < phones / agents.length; own += 1) await timeRequest(targetOf(), agent)
        }),
      )
      for (const agent of agents) agent.destroy()
    })
  const { opening, reading } = await race(
    {
      opening: { what: '300 people open the released programme, twenty at once', run: () => crowd(pocket) },
      reading: { what: '300 readings of a page without data', run: () => crowd(() => ({ url: `${server.url}/accessibilite` })) },
    },
    { passes: 3, seconds: 90 },
  )
  const seconds = Math.max(...opening.times) / 1000
  return [
    against(released, bare),
    against(page, sent),
    against(page, plain),
    against(opening, reading, { note: `all within ${seconds.toFixed(1)} s; a minute is allowed` }),
  ]
}

export const measure: Measure = {
  rank: 9,
  title: 'The programme in the pocket',
  reading: `Four hundred moments of which each of a thousand people has twenty; three hundred of them have a phone. A release is the whole of it: warnings, frozen
text, places under their exclusion constraint, a letter for each person, agendas and calendars. Floors: the same rows without any rule; the statements of a
page by the bare driver; a page of the same server that reads no data.`,
  run,
}
