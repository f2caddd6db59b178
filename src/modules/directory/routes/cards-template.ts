import { allow, found } from '#platform/actor.ts'
import { writeListFile } from '#platform/tabular/write-list-file.ts'
import { read, visitorContext } from '#platform/web.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { fileKindOf } from '../domain/search-result.ts'
import { cardFileTexts } from '../texts/card-file-texts.ts'
import { emptyTable } from '../ui/card-table.ts'
import type { Route } from './+types/cards-template.ts'

/** An empty table with the right headers. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  return read(context, request, async (ctx) => {
    allow(mayKeepDirectory(ctx.actor))
    const kind = found(fileKindOf(params.kind))
    return writeListFile([emptyTable(kind, locale)], cardFileTexts[locale].imports.templateTitle[kind], params.format, ctx.now)
  })
}
