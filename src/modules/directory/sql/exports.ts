import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { ExportFormat } from '../domain/card-columns.ts'

export type ExportFacts = {
  readonly format: ExportFormat
  /** What the list answered; '' for all there is. */
  readonly question: string
  readonly personCount: number
  readonly organisationCount: number
  readonly recordedAt: Instant
}

/** Written before the file leaves: an export nobody may make fails here, and nothing is given. */
export async function insertExport(tx: Tx, facts: ExportFacts): Promise<void> {
  await tx.insertInto('directory.export').values(facts).execute()
}
