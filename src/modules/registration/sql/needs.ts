import { sql } from 'kysely'
import type { Databases, Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Needs, ToldNeeds } from '../domain/needs.ts'

/** By the secret of the applicant's page; null without a place. */
export async function readOwnNeeds(web: Tx | Databases['web'], secretDigest: Buffer): Promise<ToldNeeds | null> {
  const { rows } = await sql<ToldNeeds>`select * from registration.own_needs(${secretDigest})`.execute(web)
  return rows[0] ?? null
}

/** False without a place, or once the journey is over. */
export async function writeOwnNeeds(web: Tx | Databases['web'], secretDigest: Buffer, needs: Needs, now: Instant): Promise<boolean> {
  const { rows } = await sql<{ isWritten: boolean }>`
    select registration.write_needs(${secretDigest}, ${JSON.stringify(needs)}::jsonb, ${now}) as is_written`.execute(web)
  return rows[0]?.isWritten === true
}

/** What an applicant told, for those who prepare the journey of their own people; null for everyone else, as for nothing told. */
export async function loadNeeds(tx: Tx, applicationId: string): Promise<ToldNeeds | null> {
  const { rows } = await sql<ToldNeeds>`
    select n.wishes, n.rooming, n.diet, n.access, n.written_at,
           registration.kept_until('health', m.ends_on) as health_until, registration.kept_until('travel', m.ends_on) as travel_until
      from registration.travel_needs n join missions.pub_mission m on m.id = n.mission_id where n.application_id = ${applicationId}`.execute(
    tx,
  )
  return rows[0] ?? null
}

/** What members of the acting organisation eat, as each told it; nothing for who does not prepare their journey. */
export async function listDiets(tx: Tx, missionId: string): Promise<{ readonly memberId: string; readonly diet: string }[]> {
  const { rows } = await sql<{ memberId: string; diet: string }>`
    select a.member_id, btrim(n.diet) as diet from registration.travel_needs n join registration.application a on a.id = n.application_id
      where n.mission_id = ${missionId} and a.state = 'approved' and btrim(n.diet) <> '' order by a.member_id`.execute(tx)
  return rows
}
