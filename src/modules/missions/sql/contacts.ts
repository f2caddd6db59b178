import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { CardShare, ContactShare, RoomContact } from '../domain/contact.ts'
import type { MissionId } from '../domain/mission.ts'

/** The contacts of a room that the actor may read, by name. */
export async function listContacts(tx: Tx, missionId: string, today: LocalDate): Promise<RoomContact[]> {
  const { rows } = await sql<RoomContact>`select * from missions.contacts_of(${missionId}, ${today})`.execute(tx)
  return rows
}

/** Where one shares a card of one's own directory while one takes part: the latest first. */
export async function listSharesOfPerson(tx: Tx, personId: string): Promise<CardShare[]> {
  const { rows } = await sql<CardShare>`
    select c.id, c.mission_id, m.title as mission_title, c.to_everyone,
           array_remove(array[case when c.with_capacity then 'capacity' end, case when c.with_email then 'email' end, case when c.with_phone then 'phone' end], null) as facts,
           array(select o.name from missions.shared_contact_reader r join directory.pub_organisation o on o.id = r.reader_id where r.contact_id = c.id order by o.name) as reader_names
      from missions.shared_contact c join missions.mission m on m.id = c.mission_id where c.person_id = ${personId} order by c.shared_at desc, c.id`.execute(
    tx,
  )
  return rows
}

export async function insertContact(
  tx: Tx,
  missionId: MissionId,
  { personId, facts, toEveryone, readerIds, purpose }: ContactShare,
  sharedAt: Instant,
): Promise<string> {
  const { id } = await tx
    .insertInto('missions.sharedContact')
    .values({
      missionId,
      personId,
      withCapacity: facts.includes('capacity'),
      withEmail: facts.includes('email'),
      withPhone: facts.includes('phone'),
      toEveryone,
      purpose,
      sharedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (readerIds.length > 0)
    await tx
      .insertInto('missions.sharedContactReader')
      .values(readerIds.map((readerId) => ({ contactId: id, missionId, readerId })))
      .execute()
  return id
}

/** Whether there was one of one's own to take back. */
export async function deleteContact(tx: Tx, missionId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('missions.sharedContact')
    .where('missionId', '=', missionId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
