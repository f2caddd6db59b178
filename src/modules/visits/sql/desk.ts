import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Desk, noDesk } from '../domain/desk.ts'
import type { Criterion, CriterionId } from '../domain/interest.ts'
import type { LetterKind, LetterText } from '../domain/letter.ts'

export async function loadDesk(tx: Tx): Promise<Desk> {
  const row = await tx.selectFrom('visits.desk').select(['slug', 'isOpen', 'welcome', 'strongFrom', 'version']).executeTakeFirst()
  return row ?? noDesk
}

export async function saveDesk(tx: Tx, { slug, isOpen, welcome, strongFrom }: Omit<Desk, 'version'>): Promise<void> {
  const values = { slug, isOpen, welcome, strongFrom }
  await tx
    .insertInto('visits.desk')
    .values(values)
    .onConflict((conflict) => conflict.column('organisationId').doUpdateSet(values))
    .execute()
}

/** The criteria of the organisation, the heaviest first. */
export async function listCriteria(tx: Tx): Promise<Criterion[]> {
  return tx
    .selectFrom('visits.criterion')
    .select(['id', 'kind', 'value', 'reason', 'weight', 'partner', 'validFrom', 'validTo'])
    .orderBy(sql`abs(weight)`, 'desc')
    .orderBy('id')
    .$castTo<Criterion>()
    .execute()
}

export async function addCriterion(tx: Tx, criterion: Omit<Criterion, 'id'>): Promise<CriterionId> {
  const { id } = await tx.insertInto('visits.criterion').values(criterion).returning('id').executeTakeFirstOrThrow()
  return id as CriterionId
}

/** True when there was one to remove. */
export async function removeCriterion(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('visits.criterion').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

/** The letters that the organisation writes otherwise than we do. */
export async function listLetterTexts(tx: Tx): Promise<Partial<Record<LetterKind, LetterText>>> {
  const rows = await tx.selectFrom('visits.letterText').select(['kind', 'subject', 'body']).execute()
  return Object.fromEntries(rows.map(({ kind, subject, body }) => [kind, { subject, body }]))
}

export async function saveLetterText(
  tx: Tx,
  kind: LetterKind,
  text: { readonly subject: Localized; readonly body: Localized },
): Promise<void> {
  await tx
    .insertInto('visits.letterText')
    .values({ kind, ...text })
    .onConflict((conflict) => conflict.columns(['organisationId', 'kind']).doUpdateSet(text))
    .execute()
}

export async function forgetLetterText(tx: Tx, kind: LetterKind): Promise<void> {
  await tx.deleteFrom('visits.letterText').where('kind', '=', kind).execute()
}
