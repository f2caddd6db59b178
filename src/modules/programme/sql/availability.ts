import type { Tx } from '#platform/db.ts'
import type { Engaged, Unavailability } from '../domain/availability.ts'

/** When members are away and venues closed, in the order of starts. */
export async function listUnavailable(tx: Tx, missionId: string): Promise<Unavailability[]> {
  return tx
    .selectFrom('programme.unavailability')
    .where('missionId', '=', missionId)
    .select(['id', 'organisationId', 'memberId', 'venueId', 'startsAt', 'endsAt', 'timeZone'])
    .orderBy('startsAt')
    .orderBy('id')
    .$castTo<Unavailability>()
    .execute()
}

export async function insertUnavailable(tx: Tx, missionId: string, absence: Omit<Unavailability, 'id' | 'organisationId'>): Promise<void> {
  await tx
    .insertInto('programme.unavailability')
    .values({ missionId, ...absence })
    .execute()
}

export async function deleteUnavailable(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('programme.unavailability').where('id', '=', id).execute()
}

/** Who is in a meeting with a company, and when, of the meetings the acting organisation may read. */
export async function listMeeting(tx: Tx, missionId: string): Promise<Engaged[]> {
  return tx
    .selectFrom('meetings.pubEngagement')
    .where('missionId', '=', missionId)
    .select(['memberId', 'startsAt', 'endsAt'])
    .orderBy('startsAt')
    .orderBy('memberId')
    .$castTo<Engaged>()
    .execute()
}

/** Who is aboard, and when, of the journeys the acting organisation may read. */
export async function listAboard(tx: Tx, missionId: string): Promise<Engaged[]> {
  return tx
    .selectFrom('departure.pubAboard')
    .where('missionId', '=', missionId)
    .select(['memberId', 'departsAt as startsAt', 'arrivesAt as endsAt'])
    .orderBy('departsAt')
    .orderBy('memberId')
    .$castTo<Engaged>()
    .execute()
}
