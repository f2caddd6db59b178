import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { PromiseDraft, PromiseId, PromiseMade, PromiseState } from '../domain/promise.ts'

/** What was promised, on one mission or on all: the open ones by their day, then those that are settled. */
export async function listPromises(tx: Tx, missionId?: string, limit = 300): Promise<PromiseMade[]> {
  let query = tx
    .selectFrom('visits.promise as p')
    .innerJoin('missions.pubMission as m', 'm.id', 'p.missionId')
    .select([
      'p.id',
      'p.missionId',
      'm.title as missionTitle',
      'p.what',
      'p.promisedBy',
      'p.promisedTo',
      'p.isOurs',
      'p.dueOn',
      'p.state',
      'p.settledOn',
      'p.version',
    ])
    .orderBy(sql`p.state <> 'open'`)
    .orderBy(sql`p.due_on nulls last`)
    .orderBy('p.id')
    .limit(limit)
  if (missionId !== undefined) query = query.where('p.missionId', '=', missionId)
  return query.$castTo<PromiseMade>().execute()
}

export async function addPromise(tx: Tx, missionId: MissionId, draft: PromiseDraft): Promise<PromiseId> {
  const { id } = await tx
    .insertInto('visits.promise')
    .values({ ...draft, missionId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as PromiseId
}

/** True when there was such a promise. */
export async function settlePromise(tx: Tx, missionId: string, id: string, state: PromiseState, on: LocalDate | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('visits.promise')
    .set({ state, settledOn: on })
    .where('missionId', '=', missionId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
