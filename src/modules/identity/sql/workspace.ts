import { sql } from 'kysely'
import type pg from 'pg'
import type { OrganisationId } from '#platform/actor.ts'
import type { Databases, Tx } from '#platform/db.ts'
import type { CardDraft, CardIdentifier } from '../domain/own-card.ts'
import type { Workspace } from '../domain/workspace.ts'

/** Whether the first-run page is still to be shown. */
export async function isEmpty(db: Databases): Promise<boolean> {
  const { rows } = await sql<{ isEmpty: boolean }>`select identity.is_empty() as is_empty`.execute(db.web)
  return rows[0]?.isEmpty === true
}

/** What the acting organisation set for itself. */
export async function loadWorkspace(tx: Tx): Promise<Workspace | null> {
  const row = await tx.selectFrom('identity.workspace').select(['currency', 'timeZone', 'locale', 'version']).executeTakeFirst()
  return (row as Workspace | undefined) ?? null
}

export async function changeWorkspace(tx: Tx, version: number, change: Omit<Workspace, 'version'>): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('identity.workspace').set(change).where('version', '=', version).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The zone of the offices of each organisation. For background tasks, which act for nobody. */
export async function listTimeZones(
  owner: Pick<pg.ClientBase, 'query'>,
  organisationIds: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, string>> {
  const { rows } = await owner.query<{ organisationId: OrganisationId; timeZone: string }>(
    `select organisation_id as "organisationId", time_zone as "timeZone" from identity.workspace where organisation_id = any ($1)`,
    [organisationIds],
  )
  return new Map(rows.map(({ organisationId, timeZone }) => [organisationId, timeZone]))
}

/** @throws a violation of `the_first_organisation_is_founded_once` when someone was quicker. */
export async function foundFirst(db: Databases, parameters: readonly unknown[]): Promise<void> {
  await sql`select identity.found_first(${sql.join(parameters.map((parameter) => sql`${parameter}`))})`.execute(db.web)
}

/** Changes the card of the acting organisation; false when someone did since that version. */
export async function changeOwnCard(tx: Tx, draft: CardDraft, identifiers: readonly CardIdentifier[]): Promise<boolean> {
  const { rows } = await sql<{ isChanged: boolean }>`
    select identity.change_own_card(${draft.version}, ${draft.name}, ${JSON.stringify(draft.names)}::jsonb, ${draft.website},
      ${JSON.stringify(identifiers)}::jsonb) as is_changed`.execute(tx)
  return rows[0]?.isChanged === true
}
