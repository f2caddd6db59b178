import { found } from '#platform/actor.ts'
import { read } from '#platform/web.ts'
import { writeCsv } from '#platform/tabular/write-csv.ts'
import { writeXlsx } from '#platform/tabular/write-xlsx.ts'
import { budgetTexts } from '../texts.ts'
import { columnNames } from '../domain/import-columns.ts'
import { openLedger } from '../usecases/open-ledger.ts'
import type { Route } from './+types/import-template.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** An empty table whose columns already have the titles an import recognises. */
export async function loader({ context, request, params: { missionId, format } }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    await openLedger(ctx, missionId)
    const mediaType = found(mediaTypes[format])
    const { locale } = ctx.actor
    const name = budgetTexts[locale].import.templateName
    const headers = Object.values(columnNames).map(({ labels }) => labels[locale])
    const body =
      format === 'csv' ? writeCsv(headers, [], { hasByteOrderMark: true }) : await writeXlsx([{ name, headers, rows: [] }], ctx.now)
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
      headers: { 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${name}.${format}"` },
    })
  })
}
