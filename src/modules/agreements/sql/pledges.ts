import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { Action, Domain, Pledge } from '../domain/pledges.ts'
import { listReopenings } from './reopenings.ts'

/** The domains of an agreement, with their pledges and actions, in order: four reads, however many there are. */
export async function listDomains(tx: Tx, agreementId: string): Promise<Domain[]> {
  const domains = await tx
    .selectFrom('agreements.domain')
    .where('agreementId', '=', agreementId)
    .select(['id', 'title', 'version'])
    .orderBy('position')
    .execute()
  const pledges = await tx
    .selectFrom('agreements.pledge')
    .where('agreementId', '=', agreementId)
    .select(['id', 'domainId', 'title'])
    .orderBy('position')
    .execute()
  const reopenings = await listReopenings(tx, agreementId)
  const rows = (await tx
    .selectFrom('agreements.action')
    .where('agreementId', '=', agreementId)
    .select(['id', 'pledgeId', 'title', 'ownOwner', 'theirOwner', 'dueOn', 'state', 'evidence', 'closedOn', 'version'])
    .orderBy(sql`due_on nulls last`)
    .orderBy('id')
    .execute()) as Omit<Action, 'reopenings'>[]
  const actions = rows.map((action): Action => ({ ...action, reopenings: reopenings.get(action.id) ?? [] }))
  return domains.map(({ id, title, version }) => ({
    id,
    title,
    version,
    pledges: pledges
      .filter(({ domainId }) => domainId === id)
      .map((pledge): Pledge => ({
        id: pledge.id,
        title: pledge.title,
        actions: actions.filter(({ pledgeId }) => pledgeId === pledge.id),
      })),
  }))
}

export async function insertDomain(tx: Tx, agreementId: AgreementId, title: Localized, pledges: readonly Localized[]): Promise<string> {
  const { id: domainId } = await tx
    .insertInto('agreements.domain')
    .values({
      agreementId,
      title,
      position: sql<number>`(select count(*)::int from agreements.domain where agreement_id = ${agreementId})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertPledges(tx, agreementId, domainId, pledges)
  return domainId
}

/** `from`: the place of the first of them. */
export async function insertPledges(
  tx: Tx,
  agreementId: AgreementId,
  domainId: string,
  pledges: readonly Localized[],
  from = 0,
): Promise<void> {
  if (pledges.length === 0) return
  await tx
    .insertInto('agreements.pledge')
    .values(pledges.map((title, index) => ({ agreementId, domainId, title, position: from + index })))
    .execute()
}

/** The words of a domain; its version rises even when only those of its pledges change. */
export async function updateDomain(tx: Tx, domainId: string, title: Localized): Promise<void> {
  await tx.updateTable('agreements.domain').set({ title }).where('id', '=', domainId).execute()
}

export async function updatePledge(tx: Tx, pledgeId: string, title: Localized, position: number): Promise<void> {
  await tx.updateTable('agreements.pledge').set({ title, position }).where('id', '=', pledgeId).execute()
}

export async function deletePledges(tx: Tx, pledgeIds: readonly string[]): Promise<void> {
  if (pledgeIds.length === 0) return
  await tx.deleteFrom('agreements.pledge').where('id', 'in', pledgeIds).execute()
}

export async function deleteDomain(tx: Tx, domainId: string): Promise<void> {
  await tx.deleteFrom('agreements.domain').where('id', '=', domainId).execute()
}

export type NewAction = Pick<Action, 'pledgeId' | 'title' | 'ownOwner' | 'theirOwner' | 'dueOn'>

export async function insertAction(tx: Tx, agreementId: AgreementId, action: NewAction): Promise<string> {
  const { id } = await tx
    .insertInto('agreements.action')
    .values({ ...action, agreementId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateAction(
  tx: Tx,
  actionId: string,
  change: Partial<Omit<NewAction, 'pledgeId'>> & Pick<Action, 'state' | 'evidence' | 'closedOn'>,
): Promise<void> {
  await tx.updateTable('agreements.action').set(change).where('id', '=', actionId).execute()
}

/** An open action of the register whose day has come, or is near. */
export type DueAction = Pick<Action, 'id' | 'title' | 'ownOwner'> & {
  readonly dueOn: LocalDate
  readonly agreementId: AgreementId
  readonly agreementTitle: Localized
}

export async function listDueActions(tx: Tx, until: LocalDate, limit: number): Promise<DueAction[]> {
  const rows = await tx
    .selectFrom('agreements.action as c')
    .innerJoin('agreements.agreement as a', 'a.id', 'c.agreementId')
    .where('c.state', 'in', ['planned', 'under_way'])
    .where('c.dueOn', '<=', until)
    .select(['c.id', 'c.title', 'c.ownOwner', 'c.dueOn', 'a.id as agreementId', 'a.title as agreementTitle'])
    .orderBy('c.dueOn')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return rows as DueAction[]
}
