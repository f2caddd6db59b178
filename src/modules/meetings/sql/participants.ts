import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Absentee } from '../domain/absentee.ts'
import type { Participant, ParticipantId, Profile, Representative, RepresentativeDraft } from '../domain/participant.ts'

/** Those who take part, by name. */
export async function listParticipants(tx: Tx, eventId: string, participantId?: string): Promise<Participant[]> {
  const { rows } = await sql<Participant>`
    select p.id, p.organisation_id, o.name as organisation_name, p.circle_id, p.name, p.city, p.country, p.sectors, p.offers, p.needs, p.languages,
           p.target, p.meeting_quota, p.request_quota, p.external_key, p.version
      from meetings.participant p join directory.pub_organisation o on o.id = p.organisation_id
      where p.event_id = ${eventId} and (${participantId ?? null}::uuid is null or p.id = ${participantId ?? null})
      order by app.fold(p.name), p.id`.execute(tx)
  return rows
}

export async function loadParticipant(tx: Tx, eventId: string, participantId: string): Promise<Participant | null> {
  const [participant] = await listParticipants(tx, eventId, participantId)
  return participant ?? null
}

export type ParticipantRow = Profile & { readonly id: ParticipantId }

/** Adds participants kept by the acting organisation. */
export async function insertParticipants(
  tx: Tx,
  missionId: string,
  eventId: string,
  participants: readonly ParticipantRow[],
): Promise<void> {
  await sql`insert into meetings.participant (id, mission_id, event_id, circle_id, name, city, country, sectors, offers, needs, languages, target, meeting_quota, request_quota, external_key)
    select d.id, ${missionId}::uuid, ${eventId}::uuid, d."circleId", d.name, d.city, d.country, d.sectors, d.offers, d.needs, d.languages, d.target, d."meetingQuota",
           d."requestQuota", d."externalKey"
      from jsonb_to_recordset(${JSON.stringify(participants)}::jsonb) as d (id uuid, "circleId" uuid, name text, city text, country text, sectors text[], offers text[], needs text[],
           languages text[], target int, "meetingQuota" int, "requestQuota" int, "externalKey" text)`.execute(tx)
}

export async function updateParticipant(tx: Tx, id: string, { sectors, offers, needs, languages, ...profile }: Profile): Promise<void> {
  await tx
    .updateTable('meetings.participant')
    .set({ ...profile, sectors: [...sectors], offers: [...offers], needs: [...needs], languages: [...languages] })
    .where('id', '=', id)
    .execute()
}

export async function deleteParticipant(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('meetings.participant').where('id', '=', id).execute()
}

/** Whoever comes, for the whole event or for one participant; how to reach them only when the acting organisation keeps them. */
export async function listRepresentatives(tx: Tx, eventId: string, participantId?: string): Promise<Representative[]> {
  const { rows } = await sql<Representative>`
    select r.id, r.participant_id, r.given_name, r.family_name, r.job, r.consents, r.member_id, r.version, c.email, c.phone
      from meetings.representative r left join meetings.representative_contact c on c.id = r.id
      where r.event_id = ${eventId} and (${participantId ?? null}::uuid is null or r.participant_id = ${participantId ?? null})
      order by app.fold(r.family_name), app.fold(r.given_name), r.id`.execute(tx)
  return rows
}

export type RepresentativeRow = RepresentativeDraft & { readonly id: string; readonly participantId: string }

/** `keptBy` keeps the participants: how to reach their people is written for it alone. */
export async function insertRepresentatives(
  tx: Tx,
  missionId: string,
  eventId: string,
  people: readonly RepresentativeRow[],
): Promise<void> {
  const rows = JSON.stringify(people)
  await sql`insert into meetings.representative (id, mission_id, event_id, participant_id, given_name, family_name, job, consents)
    select d.id, ${missionId}::uuid, ${eventId}::uuid, d."participantId", d."givenName", d."familyName", d.job, d.consents
      from jsonb_to_recordset(${rows}::jsonb) as d (id uuid, "participantId" uuid, "givenName" text, "familyName" text, job text, consents text[])`.execute(
    tx,
  )
  await sql`insert into meetings.representative_contact (id, mission_id, event_id, participant_id, email, phone)
    select d.id, ${missionId}::uuid, ${eventId}::uuid, d."participantId", d.email, d.phone
      from jsonb_to_recordset(${rows}::jsonb) as d (id uuid, "participantId" uuid, email text, phone text) where d.email is not null or d.phone is not null`.execute(
    tx,
  )
}

/** @returns false when somebody changed them meanwhile */
export async function updateRepresentative(
  tx: Tx,
  id: string,
  version: number,
  { givenName, familyName, job, consents }: Omit<RepresentativeDraft, 'email' | 'phone'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('meetings.representative')
    .set({ givenName, familyName, job, consents: [...consents] })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** How to reach somebody, written by who keeps them; nothing stays of somebody who cannot be reached any more. */
export async function replaceContact(
  tx: Tx,
  missionId: string,
  eventId: string,
  { id, participantId, email, phone }: Pick<RepresentativeRow, 'id' | 'participantId' | 'email' | 'phone'>,
): Promise<void> {
  if (email === null && phone === null) {
    await tx.deleteFrom('meetings.representativeContact').where('id', '=', id).execute()
    return
  }
  await tx
    .insertInto('meetings.representativeContact')
    .values({ id, missionId, eventId, participantId, email, phone })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ email, phone }))
    .execute()
}

export async function deleteRepresentative(tx: Tx, participantId: string, id: string): Promise<void> {
  await tx.deleteFrom('meetings.representative').where('id', '=', id).where('participantId', '=', participantId).execute()
}

/** Slots at which people, things and spots are away: pairs of who and when. */
export async function listAbsences(tx: Tx, eventId: string): Promise<{ whoId: string; slotId: string }[]> {
  const { rows } = await sql<{ whoId: string; slotId: string }>`
    select coalesce(representative_id, resource_id, spot_id) as who_id, slot_id from meetings.absence where event_id = ${eventId}`.execute(
    tx,
  )
  return rows
}

/** Absences of people who had none. */
export async function insertAbsences(
  tx: Tx,
  missionId: string,
  eventId: string,
  absences: readonly { readonly representativeId: string; readonly slotId: string }[],
): Promise<void> {
  await sql`insert into meetings.absence (mission_id, event_id, slot_id, representative_id)
    select ${missionId}::uuid, ${eventId}::uuid, d."slotId", d."representativeId"
      from jsonb_to_recordset(${JSON.stringify(absences)}::jsonb) as d ("representativeId" uuid, "slotId" uuid)`.execute(tx)
}

const absenceColumns = {
  representative: sql.ref('representative_id'),
  resource: sql.ref('resource_id'),
  spot: sql.ref('spot_id'),
} as const satisfies Record<Absentee['kind'], unknown>

/** Replaces the slots at which somebody or something is away. */
export async function replaceAbsences(
  tx: Tx,
  missionId: string,
  eventId: string,
  who: Absentee,
  slotIds: readonly string[],
): Promise<void> {
  const slots = [...slotIds]
  const { id, kind } = who
  const column = absenceColumns[kind]
  await sql`delete from meetings.absence where event_id = ${eventId} and ${column} = ${id} and slot_id <> all (${slots}::uuid[])`.execute(
    tx,
  )
  await sql`insert into meetings.absence (mission_id, event_id, slot_id, ${column})
    select ${missionId}::uuid, ${eventId}::uuid, s, ${id}::uuid from unnest(${slots}::uuid[]) s on conflict do nothing`.execute(tx)
}
