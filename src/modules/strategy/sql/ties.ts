import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Objective, ObjectiveId, Period, PlanId } from '../domain/plan.ts'

/** A mission of any kind, or an agreement. */
export type Tied = { readonly mission: string } | { readonly agreement: string }

const columnOf = (tied: Tied) => ('mission' in tied ? 'missionId' : 'agreementId') as 'missionId' | 'agreementId'
const idOf = (tied: Tied) => ('mission' in tied ? tied.mission : tied.agreement)

/** The title and the day of what is tied, as its own module publishes it; null when there is nothing there for this actor. */
export async function loadTied(tx: Tx, tied: Tied): Promise<{ id: string; title: Localized; on: LocalDate | null } | null> {
  if ('mission' in tied) {
    const row = await tx
      .selectFrom('missions.pubMission')
      .where('id', '=', tied.mission)
      .select(['id', 'title', 'startsOn as on'])
      .executeTakeFirst()
    return (row as { id: string; title: Localized; on: LocalDate | null } | undefined) ?? null
  }
  const row = await tx
    .selectFrom('agreements.pubAgreement')
    .where('id', '=', tied.agreement)
    .select((eb) => ['id', 'title', eb.fn.coalesce('signedOn', 'attestedOn').as('on')])
    .executeTakeFirst()
  return (row as { id: string; title: Localized; on: LocalDate | null } | undefined) ?? null
}

/** The objectives it serves, in the order of their strategies. */
export async function listObjectivesOf(tx: Tx, tied: Tied): Promise<Pick<Objective, 'id' | 'title'>[]> {
  return tx
    .selectFrom('strategy.tie as t')
    .innerJoin('strategy.objective as o', 'o.id', 't.objectiveId')
    .innerJoin('strategy.plan as p', 'p.id', 'o.planId')
    .where(`t.${columnOf(tied)}`, '=', idOf(tied))
    .select(['o.id', 'o.title'])
    .orderBy('p.fromYear', 'desc')
    .orderBy('o.position')
    .$castTo<Pick<Objective, 'id' | 'title'>>()
    .execute()
}

export type ObjectiveChoice = Period & {
  readonly planId: PlanId
  readonly planTitle: Localized
  readonly id: ObjectiveId
  readonly title: Localized
}

/** Every objective of every strategy in use, and those of the archive that it serves already. */
export async function listObjectiveChoices(tx: Tx, tied: Tied): Promise<ObjectiveChoice[]> {
  return tx
    .selectFrom('strategy.objective as o')
    .innerJoin('strategy.plan as p', 'p.id', 'o.planId')
    .where((eb) =>
      eb.or([
        eb('p.archivedOn', 'is', null),
        eb.exists(
          eb
            .selectFrom('strategy.tie as t')
            .whereRef('t.objectiveId', '=', 'o.id')
            .where(`t.${columnOf(tied)}`, '=', idOf(tied))
            .select('t.id'),
        ),
      ]),
    )
    .select(['p.id as planId', 'p.title as planTitle', 'p.fromYear', 'p.toYear', 'o.id', 'o.title'])
    .orderBy('p.fromYear', 'desc')
    .orderBy('o.position')
    .$castTo<ObjectiveChoice>()
    .execute()
}

/** Makes these the objectives it serves. */
export async function replaceTies(tx: Tx, tied: Tied, objectiveIds: readonly string[]): Promise<void> {
  const column = columnOf(tied)
  const kept = [...objectiveIds, nobody]
  await tx.deleteFrom('strategy.tie').where(column, '=', idOf(tied)).where('objectiveId', 'not in', kept).execute()
  if (objectiveIds.length === 0) return
  await tx
    .insertInto('strategy.tie')
    .values(objectiveIds.map((objectiveId) => ({ objectiveId, [column]: idOf(tied) })))
    .onConflict((conflict) => conflict.constraint('a_thing_is_tied_once').doNothing())
    .execute()
}

/** An id nothing has: a list of none finds nothing. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Whether something is tied to it. */
export async function isReliedOn(tx: Tx, objectiveId: ObjectiveId): Promise<boolean> {
  const row = await tx.selectFrom('strategy.tie').where('objectiveId', '=', objectiveId).select('id').limit(1).executeTakeFirst()
  return row !== undefined
}
