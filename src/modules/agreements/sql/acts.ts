import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { ActOfAgreement, ByAct } from '../domain/by-act.ts'

/** The latest act about an agreement that was not given up. */
export async function loadActOfAgreement(tx: Tx, agreementId: string): Promise<ActOfAgreement | null> {
  const row = await tx
    .selectFrom('acts.pubAct')
    .where('agreementId', '=', agreementId)
    .where('state', '<>', 'withdrawn')
    .select(['id', 'state', 'outcome', 'reference', 'meetingOn'])
    // Identifiers grow with time; a rejected act may be followed by another.
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row as ActOfAgreement | undefined) ?? null
}

/** The transmission to the State of the act that an assembly adopted about an agreement. */
export async function loadTransmission(tx: Tx, agreementId: string): Promise<ByAct | null> {
  const row = await tx
    .selectFrom('acts.pubAct')
    .where('agreementId', '=', agreementId)
    .where('transmittedOn', 'is not', null)
    .select(['id', 'transmittedOn', 'receiptReference', 'reference'])
    .executeTakeFirst()
  if (!row?.id) return null
  return { actId: row.id, on: row.transmittedOn as LocalDate, reference: row.receiptReference ?? row.reference ?? '' }
}
