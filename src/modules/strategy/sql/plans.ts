import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Field, ObjectiveId, Plan, PlanFacts, PlanId, PlanLine, WhatRests } from '../domain/plan.ts'

/** Those in use first, then the latest period. */
export async function listPlans(tx: Tx): Promise<PlanLine[]> {
  return tx
    .selectFrom('strategy.plan as p')
    .select(['p.id', 'p.title', 'p.fromYear', 'p.toYear', 'p.destinationLimit', 'p.archivedOn'])
    .select([
      sql<number>`(select count(*)::int from strategy.objective o where o.plan_id = p.id)`.as('objectiveCount'),
      sql<number>`(select count(*)::int from strategy.destination d where d.plan_id = p.id)`.as('destinationCount'),
    ])
    .orderBy(sql`p.archived_on is not null`)
    .orderBy('p.fromYear', 'desc')
    .orderBy('p.id')
    .$castTo<PlanLine>()
    .execute()
}

export async function loadPlan(tx: Tx, planId: string): Promise<Plan | null> {
  const row = await tx
    .selectFrom('strategy.plan as p')
    .where('p.id', '=', planId)
    .select(['p.id', 'p.title', 'p.purpose', 'p.source', 'p.fromYear', 'p.toYear', 'p.destinationLimit', 'p.archivedOn', 'p.version'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('strategy.objective as o')
          .whereRef('o.planId', '=', 'p.id')
          .select(['o.id', 'o.title', 'o.version'])
          .orderBy('o.position'),
      ).as('objectives'),
      jsonArrayFrom(
        eb
          .selectFrom('strategy.field as f')
          .whereRef('f.planId', '=', 'p.id')
          .select(['f.id', 'f.objectiveId', 'f.kind', 'f.label', 'f.weight'])
          .orderBy('f.kind')
          .orderBy('f.weight', 'desc')
          .orderBy('f.labelKey'),
      ).as('fields'),
      jsonArrayFrom(
        eb
          .selectFrom('strategy.destination as d')
          .leftJoin('directory.pubOrganisation as o', 'o.id', 'd.sharedWithId')
          .whereRef('d.planId', '=', 'p.id')
          .select(['d.id', 'd.number', 'd.cityId', 'd.cityName', 'd.country', 'd.justification', 'd.sharedWithId', 'd.version'])
          .select('o.name as sharedWithName')
          .orderBy('d.number'),
      ).as('destinations'),
    ])
    .executeTakeFirst()
  return (row as unknown as Plan | undefined) ?? null
}

/** Locks the plan, so that two destinations do not take one number. */
export async function lockPlan(tx: Tx, planId: string): Promise<Plan | null> {
  await sql`select from strategy.plan where id = ${planId} for no key update`.execute(tx)
  return loadPlan(tx, planId)
}

function columnsOf({ title, purpose, source, fromYear, toYear, destinationLimit }: PlanFacts): PlanFacts {
  return { title, purpose, source, fromYear, toYear, destinationLimit }
}

export async function insertPlan(tx: Tx, facts: PlanFacts): Promise<PlanId> {
  const { id } = await tx.insertInto('strategy.plan').values(columnsOf(facts)).returning('id').executeTakeFirstOrThrow()
  return id as PlanId
}

export async function updatePlan(tx: Tx, planId: PlanId, facts: PlanFacts): Promise<void> {
  await tx.updateTable('strategy.plan').set(columnsOf(facts)).where('id', '=', planId).execute()
}

/** Null takes it out of the archive. */
export async function archivePlan(tx: Tx, planId: PlanId, archivedOn: LocalDate | null): Promise<void> {
  await tx.updateTable('strategy.plan').set({ archivedOn }).where('id', '=', planId).execute()
}

/** With its objectives, preferences, destinations and targets. */
export async function deletePlan(tx: Tx, planId: PlanId): Promise<void> {
  await tx.deleteFrom('strategy.plan').where('id', '=', planId).execute()
}

/** What holds a strategy: how many ties to its objectives, and how many reviews that were written. */
export async function countWhatRests(tx: Tx, planId: PlanId): Promise<WhatRests> {
  return tx
    .selectNoFrom([
      sql<number>`(select count(distinct coalesce(t.mission_id, t.agreement_id))::int
        from strategy.tie t join strategy.objective o on o.id = t.objective_id where o.plan_id = ${planId})`.as('tied'),
      sql<number>`(select count(*)::int from strategy.review r where r.plan_id = ${planId})`.as('reviews'),
    ])
    .executeTakeFirstOrThrow()
}

export async function insertObjective(tx: Tx, planId: PlanId, title: Plan['title']): Promise<ObjectiveId> {
  const { id } = await tx
    .insertInto('strategy.objective')
    .values({
      planId,
      title,
      position: sql<number>`(select coalesce(max(position) + 1, 0) from strategy.objective where plan_id = ${planId})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as ObjectiveId
}

export async function updateObjective(tx: Tx, objectiveId: ObjectiveId, title: Plan['title']): Promise<void> {
  await tx.updateTable('strategy.objective').set({ title }).where('id', '=', objectiveId).execute()
}

export async function deleteObjective(tx: Tx, objectiveId: ObjectiveId): Promise<void> {
  await tx.deleteFrom('strategy.objective').where('id', '=', objectiveId).execute()
}

export type NewField = Omit<Field, 'id'>

export async function insertField(tx: Tx, planId: PlanId, field: NewField): Promise<string> {
  const { id } = await tx
    .insertInto('strategy.field')
    .values({ ...field, planId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function deleteField(tx: Tx, planId: PlanId, fieldId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('strategy.field').where('id', '=', fieldId).where('planId', '=', planId).executeTakeFirst()
  return numDeletedRows > 0n
}
