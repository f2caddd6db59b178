import type { Tx } from '#platform/db.ts'
import type { Measure, Target } from '../domain/coverage.ts'
import type { Destination, DestinationId, Plan } from '../domain/plan.ts'

export type NewDestination = Pick<Destination, 'number' | 'cityId' | 'cityName' | 'country' | 'justification' | 'sharedWithId'>

export async function insertDestination(
  tx: Tx,
  { id: planId, destinationLimit }: Pick<Plan, 'id' | 'destinationLimit'>,
  destination: NewDestination,
): Promise<DestinationId> {
  const { id } = await tx
    .insertInto('strategy.destination')
    .values({ ...destination, planId, destinationLimit })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as DestinationId
}

export async function updateDestination(
  tx: Tx,
  destinationId: DestinationId,
  change: Pick<Destination, 'justification' | 'sharedWithId'>,
): Promise<void> {
  await tx.updateTable('strategy.destination').set(change).where('id', '=', destinationId).execute()
}

export async function deleteDestination(tx: Tx, destinationId: DestinationId): Promise<void> {
  await tx.deleteFrom('strategy.destination').where('id', '=', destinationId).execute()
}

export async function listTargets(tx: Tx, planId: string): Promise<Target[]> {
  return tx
    .selectFrom('strategy.target')
    .where('planId', '=', planId)
    .select(['destinationId', 'objectiveId', 'year', 'measure', 'planned'])
    .orderBy('year')
    .orderBy('id')
    .$castTo<Target>()
    .execute()
}

/** A destination or an objective, in one year. */
export type TargetSubject = Pick<Target, 'destinationId' | 'objectiveId' | 'year'>

/** Makes these the numbers planned for it that year: what is not said is planned no more. */
export async function replaceTargets(
  tx: Tx,
  { id: planId, fromYear, toYear }: Pick<Plan, 'id' | 'fromYear' | 'toYear'>,
  { destinationId, objectiveId, year }: TargetSubject,
  planned: Readonly<Partial<Record<Measure, number>>>,
): Promise<void> {
  await tx
    .deleteFrom('strategy.target')
    .where('planId', '=', planId)
    .where('destinationId', 'is not distinct from', destinationId)
    .where('objectiveId', 'is not distinct from', objectiveId)
    .where('year', '=', year)
    .execute()
  const rows = Object.entries(planned).map(([measure, count]) => ({
    planId,
    fromYear,
    toYear,
    destinationId,
    objectiveId,
    year,
    measure,
    planned: count,
  }))
  if (rows.length > 0) await tx.insertInto('strategy.target').values(rows).execute()
}
