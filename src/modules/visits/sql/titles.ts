import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { ProposedTitle, TitleDraft, TitleEquivalence, TitleId } from '../domain/title.ts'

/** The equivalences of an organisation, by country and title; or, of a mission, those its guests were listed with, whoever keeps them. */
export async function listTitles(
  tx: Tx,
  of: { readonly organisationId: OrganisationId } | { readonly missionId: string },
): Promise<TitleEquivalence[]> {
  let query = tx
    .selectFrom('visits.titleEquivalence as t')
    .select(['t.id', 't.organisationId', 't.country', 't.title', 't.equivalent', 't.rankCode', 't.address', 't.validFrom', 't.validTo'])
    .select(['t.source', 't.confirmedOn', 't.confirmedByName'])
    .orderBy('t.country')
    .orderBy('t.title')
    .orderBy('t.validFrom')
  if ('organisationId' in of) query = query.where('t.organisationId', '=', of.organisationId)
  else
    query = query.where('t.id', 'in', (sub) =>
      sub
        .selectFrom('visits.guest as g')
        .where('g.missionId', '=', of.missionId)
        .select('g.equivalenceId')
        .$castTo<{ equivalenceId: string }>(),
    )
  return query.$castTo<TitleEquivalence>().execute()
}

export async function lockTitle(tx: Tx, organisationId: OrganisationId, id: string): Promise<TitleEquivalence | null> {
  await tx.selectFrom('visits.titleEquivalence').where('id', '=', id).select('id').forUpdate().execute()
  return (await listTitles(tx, { organisationId })).find((each) => each.id === id) ?? null
}

export async function listProposedTitles(tx: Tx): Promise<ProposedTitle[]> {
  return tx
    .selectFrom('visits.proposedTitle')
    .select(['id', 'country', 'title', 'equivalent', 'rankCode', 'address', 'validFrom', 'source'])
    .orderBy('country')
    .orderBy('title')
    .$castTo<ProposedTitle>()
    .execute()
}

export async function addTitle(tx: Tx, draft: TitleDraft): Promise<TitleId> {
  const { id } = await tx.insertInto('visits.titleEquivalence').values(draft).returning('id').executeTakeFirstOrThrow()
  return id as TitleId
}

export async function confirmTitle(tx: Tx, id: TitleId, confirmedOn: LocalDate, confirmedByName: string): Promise<void> {
  await tx.updateTable('visits.titleEquivalence').set({ confirmedOn, confirmedByName }).where('id', '=', id).execute()
}

/** The last day an equivalence holds. */
export async function endTitle(tx: Tx, id: TitleId, validTo: LocalDate): Promise<void> {
  await tx.updateTable('visits.titleEquivalence').set({ validTo }).where('id', '=', id).execute()
}

export async function deleteTitle(tx: Tx, id: TitleId): Promise<void> {
  await tx.deleteFrom('visits.titleEquivalence').where('id', '=', id).execute()
}
