import type { ImportBatch } from '#platform/tabular/import-batches.ts'
import { type ReadRow, readCells } from '#platform/tabular/import.ts'
import type { GivenRow, MemberRow } from '../domain/import-plan.ts'
import { memberRowShape } from '../domain/import-shape.ts'

export type ReadMember = ReadRow<MemberRow> & { readonly given: GivenRow | null }

/** The lines of a batch. What a column the file does not have would say is left out, so that it erases nothing. */
export function readMemberRows(batch: Pick<ImportBatch, 'rows' | 'firstLine' | 'mapping'>): ReadMember[] {
  return readCells(batch, memberRowShape).map((read) => Object.assign(read, { given: read.row && onlyMapped(read.row, batch.mapping) }))
}

function onlyMapped(row: MemberRow, mapping: ImportBatch['mapping']): GivenRow {
  const { givenName, familyName, category, ...others } = row
  const mapped = Object.entries(others).filter(([key]) => key in mapping)
  return { givenName, familyName, category, ...(Object.fromEntries(mapped) as Partial<MemberRow>) }
}
