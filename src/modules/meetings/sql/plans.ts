import { sql } from 'kysely'
import type { ClientBase } from 'pg'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { HeldMeeting, Run, RunState } from '../domain/run.ts'
import type { PlannedMeeting, RunResult } from '../domain/snapshot.ts'

/** The plan in force, in the order of time and spots. */
export async function listMeetings(tx: Tx, eventId: string, participantId?: string): Promise<HeldMeeting[]> {
  const { rows } = await sql<HeldMeeting>`
    select m.id, m.one_id, m.other_id, m.slot_id, m.spot_id, m.starts_at, m.ends_at, m.is_locked, m.version,
           coalesce((select array_agg(coalesce(a.representative_id, a.resource_id)::text) from meetings.attendance a where a.meeting_id = m.id), '{}') as people
      from meetings.meeting m join meetings.spot s on s.id = m.spot_id
      where m.event_id = ${eventId} and (${participantId ?? null}::uuid is null or ${participantId ?? null} in (m.one_id, m.other_id))
      order by m.starts_at, s.position, m.id`.execute(tx)
  return rows
}

/** Another one for another plan in force, as far as the acting organisation reads it. */
export async function boardStamp(tx: Tx, eventId: string): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select md5(coalesce(string_agg(m.id || ' ' || m.slot_id || ' ' || m.spot_id || ' ' || m.is_locked || ' ' || m.version, ',' order by m.id), '')) as stamp
      from meetings.meeting m where m.event_id = ${eventId}`.execute(tx)
  return rows[0]?.stamp ?? ''
}

/** What the plan in force amounts to, recounted: meetings, those of the companies that travel, and whoever or whatever is in two of them at once. */
export async function countPlan(tx: Tx, eventId: string): Promise<{ meetings: number; companies: number; doubleBookings: number }> {
  const { rows } = await sql<{ meetings: number; companies: number; doubleBookings: number }>`
    with booked as (
      select a.meeting_id, coalesce(a.representative_id, a.resource_id) as what, a.starts_at, a.ends_at from meetings.attendance a where a.event_id = ${eventId}
      union all select m.id, m.spot_id, m.starts_at, m.ends_at from meetings.meeting m where m.event_id = ${eventId})
    select (select count(*)::int from meetings.meeting where event_id = ${eventId}) as meetings,
           (select count(*)::int from meetings.participant p join meetings.circle c on c.id = p.circle_id where p.event_id = ${eventId} and c.kind = 'home') as companies,
           (select count(*)::int from booked a join booked b on a.what = b.what and a.meeting_id < b.meeting_id and a.starts_at < b.ends_at and b.starts_at < a.ends_at) as double_bookings`.execute(
    tx,
  )
  return rows[0] ?? { meetings: 0, companies: 0, doubleBookings: 0 }
}

export type MeetingRow = PlannedMeeting & { readonly id: string }

/** Frees what these meetings take. */
export async function deleteMeetings(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from meetings.meeting where id = any (${[...ids]}::uuid[])`.execute(tx)
}

/** Holds meetings, with all who are at them; the constraints of the database have the last word. */
export async function insertMeetings(
  tx: Tx,
  { missionId, eventId, runId }: { readonly missionId: string; readonly eventId: string; readonly runId: string | null },
  meetings: readonly MeetingRow[],
): Promise<void> {
  const rows = JSON.stringify(meetings)
  await sql`insert into meetings.meeting (id, mission_id, event_id, run_id, one_id, other_id, slot_id, spot_id, starts_at, ends_at)
    select d.id, ${missionId}::uuid, ${eventId}::uuid, ${runId}::uuid, d.one, d.other, d."slotId", d."spotId", s.starts_at, s.ends_at
      from jsonb_to_recordset(${rows}::jsonb) as d (id uuid, one uuid, other uuid, "slotId" uuid, "spotId" uuid)
      join meetings.slot s on s.id = d."slotId"`.execute(tx)
  await attend(tx, meetings)
}

/** Puts a meeting at another slot or spot, with whoever comes then. It keeps its identity, and belongs to no run any more. */
export async function moveMeeting(tx: Tx, id: string, { slotId, spotId, people }: PlannedMeeting): Promise<void> {
  await sql`delete from meetings.attendance where meeting_id = ${id}`.execute(tx)
  await sql`update meetings.meeting m set run_id = null, slot_id = s.id, spot_id = ${spotId}, starts_at = s.starts_at, ends_at = s.ends_at
    from meetings.slot s where m.id = ${id} and s.id = ${slotId}`.execute(tx)
  await attend(tx, [{ id, people }])
}

async function attend(tx: Tx, meetings: readonly { readonly id: string; readonly people: readonly string[] }[]): Promise<void> {
  await sql`insert into meetings.attendance (mission_id, event_id, meeting_id, starts_at, ends_at, representative_id, resource_id)
    select m.mission_id, m.event_id, m.id, m.starts_at, m.ends_at, r.id, x.id
      from jsonb_to_recordset(${JSON.stringify(meetings)}::jsonb) as d (id uuid, people uuid[]) join meetings.meeting m on m.id = d.id cross join unnest(d.people) who
      left join meetings.representative r on r.id = who left join meetings.resource x on x.id = who`.execute(tx)
}

export async function setLocked(tx: Tx, eventId: string, meetingId: string, isLocked: boolean): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('meetings.meeting')
    .set({ isLocked })
    .where('id', '=', meetingId)
    .where('eventId', '=', eventId)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

const runFacts = sql`r.id, r.number, r.state, r.seed, r.rounds, r.moves_allowed, encode(r.digest, 'hex') as digest, r.wished, r.held, r.is_optimal, r.asked_at,
  r.finished_at, r.applied_at, c.rounds_done, c.best, c.bound`

/** The runs of an event, the latest first. */
export async function listRuns(tx: Tx, eventId: string): Promise<(Run & { levels: RunResult['levels'] | null })[]> {
  const { rows } = await sql<Run & { levels: RunResult['levels'] | null }>`
    select ${runFacts}, c.result -> 'levels' as levels from meetings.run r join meetings.run_content c on c.run_id = r.id
      where r.event_id = ${eventId} order by r.number desc`.execute(tx)
  return rows
}

export async function loadRun(
  tx: Tx,
  eventId: string,
  number: number,
): Promise<(Run & { snapshot: string; result: RunResult | null }) | null> {
  const { rows } = await sql<Run & { snapshot: string; result: RunResult | null }>`
    select ${runFacts}, c.snapshot, c.result from meetings.run r join meetings.run_content c on c.run_id = r.id
      where r.event_id = ${eventId} and r.number = ${number}`.execute(tx)
  return rows[0] ?? null
}

export type NewRun = {
  readonly id: string
  readonly seed: number
  readonly rounds: number
  readonly movesAllowed: number | null
  readonly digest: Buffer
  readonly text: string
  readonly wished: number
}

/** Under the lock of the event. @returns the number of the run */
export async function insertRun(tx: Tx, missionId: string, eventId: string, run: NewRun, now: Instant): Promise<number> {
  const { id, seed, rounds, movesAllowed, digest, text, wished } = run
  const { rows } = await sql<{
    number: number
  }>`insert into meetings.run (id, mission_id, event_id, number, seed, rounds, moves_allowed, digest, wished, asked_at)
    select ${id}::uuid, ${missionId}::uuid, ${eventId}::uuid, coalesce(max(number), 0) + 1, ${seed}::int, ${rounds}::int, ${movesAllowed}::int, ${digest}::bytea, ${wished}::int, ${now}::timestamptz
      from meetings.run where event_id = ${eventId} returning number`.execute(tx)
  await tx.insertInto('meetings.runContent').values({ runId: id, missionId, snapshot: text }).execute()
  return rows[0]?.number ?? 0
}

/** Stops a run that is not over. @returns false when it was */
export async function cancelRun(tx: Tx, eventId: string, number: number, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('meetings.run')
    .set({ state: 'cancelled', finishedAt: now })
    .where('eventId', '=', eventId)
    .where('number', '=', number)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** The plan of this run is the one in force, from now on. */
export async function markApplied(tx: Tx, runId: string, now: Instant): Promise<void> {
  await tx.updateTable('meetings.run').set({ appliedAt: now }).where('id', '=', runId).execute()
}

/** The plan of this run was in force, and is no more. */
export async function clearApplied(tx: Tx, runId: string): Promise<void> {
  await tx.updateTable('meetings.run').set({ appliedAt: null }).where('id', '=', runId).execute()
}

/** What the worker takes up, whoever asked: a run that was not cancelled meanwhile. A run taken up before and cut short begins again. */
export async function startRun(
  owner: Pick<ClientBase, 'query'>,
  runId: string,
): Promise<{ snapshot: string; seed: number; rounds: number } | null> {
  const { rows } = await owner.query<{ snapshot: string; seed: number; rounds: number }>(
    `update meetings.run r set state = 'running' from meetings.run_content c
       where r.id = $1 and r.state in ('queued', 'running') and c.run_id = r.id returning c.snapshot, r.seed, r.rounds`,
    [runId],
  )
  return rows[0] ?? null
}

/** Notes how far it is. @returns the state of the run, to stop when somebody cancelled it */
export async function noteProgress(
  owner: Pick<ClientBase, 'query'>,
  runId: string,
  news: { readonly rounds: number; readonly best: readonly number[] | null; readonly bound: readonly number[] },
): Promise<RunState> {
  const { rows } = await owner.query<{ state: RunState }>(
    `update meetings.run_content c set rounds_done = $2, best = $3, bound = $4 from meetings.run r where c.run_id = $1 and r.id = c.run_id returning r.state`,
    [runId, news.rounds, news.best, news.bound],
  )
  return rows[0]?.state ?? 'cancelled'
}

/** Keeps the result, unless the run was cancelled meanwhile. */
export async function finishRun(owner: Pick<ClientBase, 'query'>, runId: string, result: RunResult | null, now: Instant): Promise<void> {
  await owner.query(
    `with done as (update meetings.run set state = case when $2::jsonb is null then 'failed' else 'done' end, finished_at = $3,
         held = jsonb_array_length($2::jsonb -> 'meetings'), is_optimal = ($2::jsonb ->> 'isOptimal')::boolean
       where id = $1 and state = 'running' returning id)
     update meetings.run_content set result = $2::jsonb where run_id in (select id from done)`,
    [runId, result && JSON.stringify(result), now],
  )
}
