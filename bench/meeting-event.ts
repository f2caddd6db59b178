import pg from 'pg'
import { type EventId, type Newcomer, addParticipants, addSpots, createEvent, layOutDays, listCircles } from '#modules/meetings/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import { withOwner } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { type Somebody, openWorld } from '#tests/world.ts'
import type { Ground } from './ground.ts'

/** As many companies travel as receive; each of those who travel wishes for some of those who receive, who all accept. */
export type EventSize = { readonly people: number; readonly meetings: number; readonly tables: number; readonly days: string }

export type OpenedEvent = Awaited<ReturnType<typeof openEventOf>>

/** An event of this size in the mission to Miami of the demonstration, made through the use-cases of the product. */
export async function openEventOf(ground: Ground, { people, meetings, tables, days }: EventSize) {
  const world = await openWorld(await ground.demoDatabase(), '2017-10-10T08:00:00.000Z')
  ground.atEnd(() => world.close())
  const owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
  ground.atEnd(() => owner.end())
  const { lucie, missionId } = await lucieIn(world.ownerUrl)
  const legId = (await world.read(lucie, (ctx) => loadMission(ctx.tx, missionId)))?.legs[0]?.id ?? ''
  const title = { fr: 'Banc d’essai', en: 'Bench' }
  const [opensAt, closesAt] = ['2017-10-01T04:00:00.000Z' as Instant, '2017-11-03T03:59:00.000Z' as Instant]
  const eventId = valueOf(
    await world.as(lucie, (ctx) => createEvent(ctx, missionId, { title, legId, preset: 'tables', opensAt, closesAt })),
  )
  valueOf(await world.as(lucie, (ctx) => layOutDays(ctx, missionId, eventId, days)))
  const table = (_: unknown, rank: number) => ({ name: `Table ${rank + 1}`, district: '', address: '', participantId: null })
  valueOf(await world.as(lucie, (ctx) => addSpots(ctx, missionId, eventId, Array.from({ length: tables }, table))))
  const half = people / 2
  const ids = await bring(world, lucie, missionId, eventId, half, Math.ceil(meetings / half) + 4)
  await agree(owner, eventId, wishesOf(ids, meetings))
  return { world, owner, lucie, missionId, eventId, participantIds: ids }
}

type Agreed = { readonly from: string; readonly about: string; readonly degree: 'must' | 'like' }

/** Each of those who travel, in the first half, wishes for about as many of those who receive. */
function wishesOf(ids: readonly string[], meetings: number): Agreed[] {
  const half = ids.length / 2
  return ids.slice(0, half).flatMap((from, home) => {
    const [first, end] = [home, home + 1].map((rank) => Math.floor((rank * meetings) / half)) as [number, number]
    const abouts = Array.from({ length: end - first }, (_, wish) => ids[half + ((home * 7 + wish * wish * 3 + wish) % half)] ?? '')
    return [...new Set(abouts)].map((about, rank) => ({ from, about, degree: rank === 0 ? ('must' as const) : ('like' as const) }))
  })
}

/** Wishes that were asked and accepted, at once: asking and answering one by one is no part of what is measured. */
async function agree(owner: pg.Client, eventId: string, wishes: readonly Agreed[]): Promise<void> {
  await owner.query(
    `with said as (select set_config('app.event', 'meeting_wish.written', true))
     insert into meetings.wish (mission_id, event_id, organisation_id, participant_id, about_id, degree, state, asked_at, expires_at, answered_at)
     select p.mission_id, p.event_id, p.organisation_id, p.id, w.about, w.degree, 'accepted', e.opens_at, e.opens_at + interval '7 days', e.opens_at
       from said, jsonb_to_recordset($2::jsonb) as w("from" uuid, about uuid, degree text)
       join meetings.participant p on p.id = w."from" join meetings.event e on e.id = p.event_id where e.id = $1`,
    [eventId, JSON.stringify(wishes)],
  )
}

async function bring(
  world: Awaited<ReturnType<typeof openWorld>>,
  lucie: Somebody,
  missionId: string,
  eventId: EventId,
  half: number,
  quota: number,
): Promise<string[]> {
  const circles = await world.read(lucie, (ctx) => listCircles(ctx.tx, eventId))
  const circleOf = (kind: 'home' | 'host') => circles.find((circle) => circle.kind === kind)?.id ?? ''
  const nothing = { city: '', country: null, sectors: [], offers: [], needs: [], languages: ['fr'], externalKey: null }
  const newcomer = (kind: 'home' | 'host', rank: number): Newcomer => ({
    words: { ...nothing, circleId: circleOf(kind), name: `${kind} ${rank}`, target: 2, meetingQuota: 2 * quota, requestQuota: quota },
    people: [{ givenName: 'Ana', familyName: `${kind} ${rank}`, job: '', email: null, phone: null, consents: [] }],
  })
  const list = (['home', 'host'] as const).flatMap((kind) => Array.from({ length: half }, (_, rank) => newcomer(kind, rank)))
  return valueOf(await world.as(lucie, (ctx) => addParticipants(ctx, missionId, eventId, list)))
}

async function lucieIn(databaseUrl: string): Promise<{ lucie: Somebody; missionId: string }> {
  return withOwner(databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ account_id: string; organisation_id: string; mission_id: string }>(
      `select m.account_id, m.organisation_id, e.mission_id from identity.membership m join auth."user" u on u.id = m.account_id
         cross join meetings.event e where u.name = 'Lucie Ferrat' order by e.created_at limit 1`,
    )
    const [row] = rows
    if (!row) throw new Error('the demonstration has no Lucie Ferrat, or no meetings')
    const lucie = { kind: 'account', accountId: row.account_id, organisationId: row.organisation_id } as Somebody
    return { lucie, missionId: row.mission_id }
  })
}
