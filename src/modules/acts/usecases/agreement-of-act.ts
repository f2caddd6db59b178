import type { Ctx } from '#platform/context.ts'
import { loadAgreement } from '#modules/agreements/index.ts'
import type { Act } from '../domain/act.ts'
import type { AgreementFacts } from '../domain/agreement-facts.ts'

/** The agreement an act is about, by its name of today. */
export async function agreementOfAct(
  { tx }: Ctx,
  { agreementId }: Pick<Act, 'agreementId'>,
): Promise<Pick<AgreementFacts, 'id' | 'title'> | null> {
  const agreement = agreementId === null ? null : await loadAgreement(tx, agreementId)
  return agreement && { id: agreement.id, title: agreement.title }
}
