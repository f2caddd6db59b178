import type { Ctx } from '#platform/context.ts'
import { type ImportShape, type ReadRow, readCells } from '#platform/tabular/import.ts'
import type { ImportBatch } from '#platform/tabular/import-batches.ts'
import type { FileKind } from '../domain/card-columns.ts'
import type { NamesakeRule, PlannedLine } from '../domain/card-import.ts'
import { type OrganisationRow, organisationRowShape } from '../schemas/organisation-row.ts'
import { type PersonRow, personRowShape } from '../schemas/person-row.ts'
import { planOrganisations, writeOrganisations } from './plan-organisations.ts'
import { planPeople } from './plan-people.ts'
import { writePeople } from './write-people.ts'

type Batch = Pick<ImportBatch, 'rows' | 'firstLine' | 'mapping'>

/** What was read of a file, line by line, and how to plan and write it. The rows stay inside: nobody else needs to know of whom they speak. */
export type ReadCards = {
  readonly lines: readonly Pick<ReadRow<unknown>, 'line' | 'texts' | 'problems' | 'row'>[]
  plan(ctx: Ctx, rule: NamesakeRule): Promise<{ readonly lines: readonly PlannedLine[]; write(): Promise<void> }>
}

/** An import of one kind of cards. */
export type CardImport = { readonly shape: ImportShape<unknown>; read(batch: Batch): ReadCards }

function cardImport<Row, Planned extends PlannedLine>(
  shape: ImportShape<Row>,
  plan: (ctx: Ctx, lines: readonly { line: number; row: Row }[], rule: NamesakeRule) => Promise<Planned[]>,
  write: (ctx: Ctx, plan: readonly Planned[]) => Promise<void>,
): CardImport {
  return {
    shape: shape as unknown as ImportShape<unknown>,
    read(batch) {
      const lines = readCells(batch, shape)
      const readable = lines.flatMap(({ line, row }) => (row === null ? [] : [{ line, row }]))
      return {
        lines: lines as ReadCards['lines'],
        async plan(ctx, rule) {
          const planned = await plan(ctx, readable, rule)
          return { lines: planned, write: () => write(ctx, planned) }
        },
      }
    },
  }
}

export const cardImports: Readonly<Record<FileKind, CardImport>> = {
  person: cardImport<PersonRow, Awaited<ReturnType<typeof planPeople>>[number]>(personRowShape, planPeople, writePeople),
  organisation: cardImport<OrganisationRow, Awaited<ReturnType<typeof planOrganisations>>[number]>(
    organisationRowShape,
    planOrganisations,
    writeOrganisations,
  ),
}
