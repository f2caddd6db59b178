import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type {
  Circle,
  CircleDraft,
  EventId,
  EventTerms,
  MeetingEvent,
  Preset,
  Resource,
  ResourceDraft,
  Rule,
  RuleDraft,
  Slot,
  Spot,
  SpotDraft,
} from '../domain/event.ts'
import type { SlotOnLeg } from '../domain/stretches.ts'
import { insertEventLeg } from './legs.ts'

const eventColumns = [
  'id',
  'missionId',
  'organisationId',
  'legId',
  'preset',
  'title',
  'timeZone',
  'slotMinutes',
  'pauseMinutes',
  'nearMinutes',
  'farMinutes',
  'opensAt',
  'closesAt',
  'answerDays',
  'version',
] as const

export async function listEvents(tx: Tx, missionId: string): Promise<(MeetingEvent & { participants: number; meetings: number })[]> {
  return tx
    .selectFrom('meetings.event')
    .where('missionId', '=', missionId)
    .select(eventColumns)
    .select([
      sql<number>`(select count(*)::int from meetings.participant p where p.event_id = event.id)`.as('participants'),
      sql<number>`(select count(*)::int from meetings.meeting m where m.event_id = event.id)`.as('meetings'),
    ])
    .orderBy('createdAt')
    .$castTo<MeetingEvent & { participants: number; meetings: number }>()
    .execute()
}

export async function loadEvent(tx: Tx, missionId: string, eventId: string): Promise<MeetingEvent | null> {
  const row = await tx
    .selectFrom('meetings.event')
    .where('missionId', '=', missionId)
    .where('id', '=', eventId)
    .select(eventColumns)
    .$castTo<MeetingEvent>()
    .executeTakeFirst()
  return row ?? null
}

/** Locks the event: those who plan, apply and set it up follow each other. */
export async function lockEvent(tx: Tx, missionId: string, eventId: string): Promise<MeetingEvent | null> {
  await sql`select from meetings.event where id = ${eventId} and mission_id = ${missionId} for no key update`.execute(tx)
  return loadEvent(tx, missionId, eventId)
}

export type NewEvent = EventTerms & { readonly id: EventId; readonly legId: string; readonly preset: Preset; readonly timeZone: string }

export async function insertEvent(tx: Tx, missionId: string, event: NewEvent): Promise<void> {
  await tx
    .insertInto('meetings.event')
    .values({ missionId, ...event })
    .execute()
  await insertEventLeg(tx, missionId, event.id, event.legId, event.timeZone)
}

export async function updateEvent(tx: Tx, eventId: string, terms: EventTerms): Promise<void> {
  await tx.updateTable('meetings.event').set(terms).where('id', '=', eventId).execute()
}

export async function listSlots(tx: Tx, eventId: string): Promise<Slot[]> {
  return tx
    .selectFrom('meetings.slot as s')
    .innerJoin('meetings.eventLeg as l', (join) => join.onRef('l.eventId', '=', 's.eventId').onRef('l.legId', '=', 's.legId'))
    .where('s.eventId', '=', eventId)
    .select(['s.id', 's.stretch', 's.startsAt', 's.endsAt', 's.legId', 'l.timeZone'])
    .orderBy('s.startsAt')
    .$castTo<Slot>()
    .execute()
}

/** Slots that stay keep their identity; those that are new are added, those that are no more are removed. */
export async function replaceSlots(tx: Tx, missionId: string, eventId: string, slots: readonly SlotOnLeg[]): Promise<void> {
  const drafts = JSON.stringify(slots)
  await sql`delete from meetings.slot s where s.event_id = ${eventId} and not exists (
      select from jsonb_to_recordset(${drafts}::jsonb) as d ("legId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
        where d."legId" = s.leg_id and d."startsAt" = s.starts_at and d."endsAt" = s.ends_at)`.execute(tx)
  await sql`insert into meetings.slot (mission_id, event_id, leg_id, stretch, starts_at, ends_at)
    select ${missionId}::uuid, ${eventId}::uuid, d."legId", d.stretch, d."startsAt", d."endsAt"
      from jsonb_to_recordset(${drafts}::jsonb) as d ("legId" uuid, stretch int, "startsAt" timestamptz, "endsAt" timestamptz)
      where not exists (select from meetings.slot s where s.event_id = ${eventId} and s.starts_at = d."startsAt")`.execute(tx)
  await sql`update meetings.slot s set stretch = d.stretch from jsonb_to_recordset(${drafts}::jsonb) as d (stretch int, "startsAt" timestamptz)
    where s.event_id = ${eventId} and s.starts_at = d."startsAt" and s.stretch <> d.stretch`.execute(tx)
}

export async function listCircles(tx: Tx, eventId: string): Promise<Circle[]> {
  return tx
    .selectFrom('meetings.circle')
    .where('eventId', '=', eventId)
    .select(['id', 'kind', 'name', 'target', 'meetingQuota', 'requestQuota', 'version'])
    .orderBy('position')
    .$castTo<Circle>()
    .execute()
}

export async function insertCircle(tx: Tx, missionId: string, eventId: string, id: string, circle: CircleDraft): Promise<void> {
  const { kind, name, target, meetingQuota, requestQuota } = circle
  await sql`insert into meetings.circle (id, mission_id, event_id, position, kind, name, target, meeting_quota, request_quota)
    select ${id}::uuid, ${missionId}::uuid, ${eventId}::uuid, coalesce(max(position), 0) + 1, ${kind}, ${JSON.stringify(name)}::jsonb, ${target}::int, ${meetingQuota}::int, ${requestQuota}::int
      from meetings.circle where event_id = ${eventId}`.execute(tx)
}

/** What a group is called, and what is meant for those who join it. */
export async function updateCircle(tx: Tx, eventId: string, circleId: string, { kind, name, ...figures }: CircleDraft): Promise<void> {
  await tx
    .updateTable('meetings.circle')
    .set({ kind, name, ...figures })
    .where('id', '=', circleId)
    .where('eventId', '=', eventId)
    .execute()
}

/** Gives those of a group its figures, save those who have figures of their own. */
export async function updateFiguresOf(tx: Tx, circle: Circle, { target, meetingQuota, requestQuota }: CircleDraft): Promise<void> {
  await tx
    .updateTable('meetings.participant')
    .set({ target, meetingQuota, requestQuota })
    .where('circleId', '=', circle.id)
    .where('target', '=', circle.target)
    .where('meetingQuota', '=', circle.meetingQuota)
    .where('requestQuota', '=', circle.requestQuota)
    .execute()
}

export async function deleteCircle(tx: Tx, eventId: string, circleId: string): Promise<void> {
  await tx.deleteFrom('meetings.circle').where('id', '=', circleId).where('eventId', '=', eventId).execute()
}

export async function listRules(tx: Tx, eventId: string): Promise<Rule[]> {
  return tx
    .selectFrom('meetings.rule')
    .where('eventId', '=', eventId)
    .select(['id', 'fromId', 'toId', 'isAnswered', 'company'])
    .orderBy('id')
    .$castTo<Rule>()
    .execute()
}

export async function insertRule(tx: Tx, missionId: string, eventId: string, rule: RuleDraft): Promise<void> {
  await tx
    .insertInto('meetings.rule')
    .values({ missionId, eventId, ...rule, company: [...rule.company] })
    .execute()
}

export async function deleteRule(tx: Tx, eventId: string, ruleId: string): Promise<void> {
  await tx.deleteFrom('meetings.rule').where('id', '=', ruleId).where('eventId', '=', eventId).execute()
}

export async function listResources(tx: Tx, eventId: string): Promise<Resource[]> {
  return tx
    .selectFrom('meetings.resource')
    .where('eventId', '=', eventId)
    .select(['id', 'kind', 'name', 'languages'])
    .orderBy('kind')
    .orderBy('name')
    .orderBy('id')
    .$castTo<Resource>()
    .execute()
}

export async function insertResource(tx: Tx, missionId: string, eventId: string, resource: ResourceDraft): Promise<void> {
  await tx
    .insertInto('meetings.resource')
    .values({ missionId, eventId, ...resource, languages: [...resource.languages] })
    .execute()
}

export async function deleteResource(tx: Tx, eventId: string, resourceId: string): Promise<void> {
  await tx.deleteFrom('meetings.resource').where('id', '=', resourceId).where('eventId', '=', eventId).execute()
}

export async function listSpots(tx: Tx, eventId: string): Promise<Spot[]> {
  return tx
    .selectFrom('meetings.spot')
    .where('eventId', '=', eventId)
    .select(['id', 'legId', 'name', 'district', 'address', 'participantId'])
    .orderBy('position')
    .$castTo<Spot>()
    .execute()
}

export type SpotRow = SpotDraft & { readonly legId: string }

/** Adds spots after those there are, in this order. */
export async function insertSpots(tx: Tx, missionId: string, eventId: string, spots: readonly SpotRow[]): Promise<void> {
  await sql`insert into meetings.spot (mission_id, event_id, leg_id, position, name, district, address, participant_id)
    select ${missionId}::uuid, ${eventId}::uuid, (d.value ->> 'legId')::uuid,
           (select coalesce(max(position), 0) from meetings.spot where event_id = ${eventId}) + d.ordinality, d.value ->> 'name',
           d.value ->> 'district', d.value ->> 'address', (d.value ->> 'participantId')::uuid
      from jsonb_array_elements(${JSON.stringify(spots)}::jsonb) with ordinality as d`.execute(tx)
}

export async function deleteSpot(tx: Tx, eventId: string, spotId: string): Promise<void> {
  await tx.deleteFrom('meetings.spot').where('id', '=', spotId).where('eventId', '=', eventId).execute()
}
