import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import { instantOfMilliseconds } from '#platform/pure/instant.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { retentionSubjects } from './domain/retention.ts'
import { type Room, aRoom } from './room.fixture.ts'
import { loadNeeds } from './sql/needs.ts'
import { listOverdue, purgeOverdue } from './sql/retention.ts'
import { withdrawOwn } from './usecases/apply.ts'
import { readOwnNeeds, tellNeeds } from './usecases/tell-needs.ts'

const told = { wishes: 'Train de nuit', rooming: 'Chambre seule', diet: 'Sans arachide', access: 'Fauteuil roulant' }

let room: Room
let token: string
beforeAll(async () => {
  room = await aRoom(inject('templateUrl'))
  token = await room.link()
  await withOwner(room.ownerUrl, (owner) =>
    owner.query(
      `insert into missions.leg (mission_id, position, city_name, country, starts_on, ends_on, time_zone) values ($1, 1, '{"fr": "Miami"}', 'US', $2, $3, 'America/New_York')`,
      [room.missionId, asLocalDate('2026-05-01'), asLocalDate('2026-05-10')],
    ),
  )
})
afterAll(() => room.close())

const at = (day: string) => instantOfMilliseconds(Date.parse(`${day}T08:00:00Z`))
async function aTraveller() {
  const person = await room.endorsed(token)
  valueOf(await room.decide(room.lead, [person.id]))
  return person
}

test('needs are asked from someone who has a place, and from nobody else', async () => {
  const waiting = await room.endorsed(token)
  expect(await readOwnNeeds(room.services, waiting.secret)).toBeNull()
  expect(await tellNeeds(room.services, waiting.secret, told)).toEqual({ ok: false, problem: { code: 'closed' } })

  const { id, secret } = await aTraveller()
  valueOf(await tellNeeds(room.services, secret, told))
  expect(await readOwnNeeds(room.services, secret)).toMatchObject({ ...told, healthUntil: '2026-05-17', travelUntil: '2026-06-09' })
  expect(await room.read(room.city, (ctx) => loadNeeds(ctx.tx, id))).toMatchObject(told)
})

test('they stay with those who prepare the journey: no organiser, reader, journal or mail holds them', async () => {
  const { secret } = await aTraveller()
  valueOf(await tellNeeds(room.services, secret, told))
  const reader = await room.join(room.city.organisationId, ['reader', 'finance', 'assembly'])

  for (const who of [room.lead, room.stranger, reader])
    expect(await room.read(who, async (ctx) => (await sql`select * from registration.travel_needs`.execute(ctx.tx)).rows)).toEqual([])
  await withOwner(room.ownerUrl, async (owner) => {
    const { rows } = await owner.query(`select payload::text from app.journal union all select body_text from app.mail`)
    for (const need of Object.values(told)) expect(JSON.stringify(rows)).not.toContain(need)
  })
})

test('they are written by nobody by hand', async () => {
  await expect(
    room.read(room.city, (ctx) => sql`update registration.travel_needs set diet = 'Autre'`.execute(ctx.tx)),
  ).rejects.toMatchObject({ code: '42501' })
})

test('they go at once with the place', async () => {
  const { id, secret } = await aTraveller()
  valueOf(await tellNeeds(room.services, secret, told))
  valueOf(await withdrawOwn(room.services, secret))

  expect(await room.read(room.city, (ctx) => loadNeeds(ctx.tx, id))).toBeNull()
})

test('diet and access are erased a week after the return, the rest a month after, by dated rules; a dry run says what would be', async () => {
  const { id, secret } = await aTraveller()
  valueOf(await tellNeeds(room.services, secret, told))
  const seen = () => room.read(room.city, (ctx) => loadNeeds(ctx.tx, id))

  await withOwner(room.ownerUrl, async (owner) => {
    await purgeOverdue(owner, at('2026-05-17'))
    expect(await seen()).toMatchObject(told)
    const due = await listOverdue(owner, asLocalDate('2026-05-18'))
    expect(due).toMatchObject([
      { subject: 'health', missionId: room.missionId, keptUntil: '2026-05-17', days: 7, ground: expect.stringContaining('RGPD') },
    ])
    expect(due[0]?.rowCount).toBeGreaterThan(0)
    expect(await seen()).toMatchObject(told)

    await purgeOverdue(owner, at('2026-05-18'))
    expect(await seen()).toMatchObject({ wishes: told.wishes, rooming: told.rooming, diet: '', access: '' })
    expect(await listOverdue(owner, asLocalDate('2026-05-18'))).toEqual([])
    expect(await tellNeeds({ ...room.services, now: () => at('2026-05-11') }, secret, told)).toEqual({
      ok: false,
      problem: { code: 'closed' },
    })

    await purgeOverdue(owner, at('2026-06-10'))
    expect(await seen()).toBeNull()
  })
})

test('every kind of what is kept has a rule in force', async () => {
  const { rows } = await sql<{ subject: string }>`select distinct subject from registration.retention_rule order by 1`.execute(
    room.services.db.web,
  )

  expect(rows.map(({ subject }) => subject)).toEqual(retentionSubjects.toSorted())
})
