import type { Tx } from '#platform/db.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { Sequel, SequelDraft, SequelId } from '../domain/sequel.ts'

/** From either end: what these visits became, the visits a mission came from, or those an agreement came from. */
export type SequelEnd = { readonly visits: readonly string[] } | { readonly mission: string } | { readonly agreement: string }

export async function listSequels(tx: Tx, of: SequelEnd): Promise<Sequel[]> {
  let query = tx
    .selectFrom('visits.sequel as s')
    .innerJoin('missions.pubMission as v', 'v.id', 's.missionId')
    .leftJoin('missions.pubMission as m', 'm.id', 's.becameMissionId')
    .leftJoin('agreements.pubAgreement as a', 'a.id', 's.agreementId')
    .leftJoin('visits.promise as p', 'p.id', 's.promiseId')
    .select(['s.id', 's.missionId', 's.becameMissionId', 's.agreementId', 's.promiseId', 'p.what as promise'])
    .select(['v.title as visitTitle', 'v.startsOn as visitOn'])
    .select((eb) => [eb.fn.coalesce('m.title', 'a.title').as('becameTitle'), eb.fn.coalesce('m.startsOn', 'a.signedOn').as('becameOn')])
    .orderBy((eb) => eb.fn.coalesce('m.startsOn', 'a.signedOn'))
    .orderBy('s.id')
  if ('visits' in of) query = query.where('s.missionId', 'in', of.visits.length > 0 ? [...of.visits] : [nobody])
  else if ('mission' in of) query = query.where('s.becameMissionId', '=', of.mission)
  else query = query.where('s.agreementId', '=', of.agreement)
  return query.$castTo<Sequel>().execute()
}

/** An id nothing has: a list of none finds nothing. */
const nobody = '00000000-0000-0000-0000-000000000000'

export async function addSequel(tx: Tx, missionId: MissionId, draft: SequelDraft): Promise<SequelId> {
  const { id } = await tx
    .insertInto('visits.sequel')
    .values({ ...draft, missionId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as SequelId
}

/** True when there was one of ours. */
export async function deleteSequel(tx: Tx, sequelId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('visits.sequel').where('id', '=', sequelId).executeTakeFirst()
  return numDeletedRows > 0n
}
