import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { CardReferences, Move, MovedRows } from '#modules/directory/index.ts'

/** Applicants whose card is now another one of the directory. */
export async function moveContacts(tx: Tx, { kind, from, to, only }: Move): Promise<MovedRows> {
  if (kind !== 'person') return {}
  const rows = only && (only['registration.application_contact'] ?? [])
  const moved = await sql<{ id: string }>`select registration.rename_person(${from}, ${to}, ${rows ?? null}::uuid[]) as id`.execute(tx)
  return { 'registration.application_contact': moved.rows.map(({ id }) => id) }
}

/** What of this module names a card of the directory. */
export const applicantReferences: CardReferences = {
  module: 'registration',
  columns: ['registration.application_contact.person_id'],
  move: moveContacts,
}

/** What someone wrote to travel, and how they said to be reached. */
export type ApplicationOfPerson = {
  readonly applicationId: string
  readonly missionId: string
  readonly state: string
  readonly givenName: string
  readonly familyName: string
  readonly capacity: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly email: string | null
  readonly phone: string | null
}

/** The applications of a person of one's directory, the latest first. */
export async function applicationsOfPerson(tx: Tx, personId: string): Promise<ApplicationOfPerson[]> {
  const { rows } = await sql<ApplicationOfPerson>`
    select a.id as application_id, a.mission_id, a.state, a.given_name, a.family_name, a.capacity, a.answers, c.email, c.phone
      from registration.application_contact c join registration.application a on a.id = c.application_id
      where c.person_id = ${personId} and c.organisation_id = app.actor_organisation() order by a.created_at desc, a.id`.execute(tx)
  return rows
}
