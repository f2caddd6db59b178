import type { Tx } from '#platform/db.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { Amendment, Wording } from '../domain/papers.ts'

export async function listWordings(tx: Tx, agreementId: string): Promise<Wording[]> {
  return tx
    .selectFrom('agreements.wording')
    .where('agreementId', '=', agreementId)
    .select(['language', 'body', 'isAuthentic', 'version'])
    .orderBy('isAuthentic', 'desc')
    .orderBy('language')
    .execute()
}

export async function saveWording(
  tx: Tx,
  agreementId: AgreementId,
  { language, body, isAuthentic }: Omit<Wording, 'version'>,
): Promise<void> {
  await tx
    .insertInto('agreements.wording')
    .values({ agreementId, language, body, isAuthentic })
    .onConflict((conflict) => conflict.columns(['agreementId', 'language']).doUpdateSet({ body, isAuthentic }))
    .execute()
}

export async function listAmendments(tx: Tx, agreementId: string): Promise<Amendment[]> {
  const rows = await tx
    .selectFrom('agreements.amendment')
    .where('agreementId', '=', agreementId)
    .select(['id', 'number', 'signedOn', 'voteReference', 'summary', 'prolongsTo'])
    .orderBy('number')
    .execute()
  return rows as Amendment[]
}

export async function insertAmendment(tx: Tx, agreementId: AgreementId, amendment: Omit<Amendment, 'id'>): Promise<void> {
  await tx
    .insertInto('agreements.amendment')
    .values({ ...amendment, agreementId })
    .execute()
}
