import { writeListFile } from '#platform/tabular/write-list-file.ts'
import { read, visitorContext } from '#platform/web.ts'
import { memberCategories, memberFunctions } from '../domain/member.ts'
import { delegationTexts } from '../texts.ts'
import { templateTable } from '../ui/list-table.ts'
import { openOwnSubDelegation } from '../usecases/own-sub-delegation.ts'
import type { Route } from './+types/template-file.ts'

/** An empty table with the right headers; the workbook also says, on a second sheet, what some cells may hold. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  const { file, categories, functions, import: words } = delegationTexts[locale]
  return read(context, request, async (ctx) => {
    await openOwnSubDelegation(ctx, params.missionId)
    const rows = memberCategories.map((category, index) => {
      const role = memberFunctions[index]
      return [categories[category], role ? functions[role] : null]
    })
    const known = { name: file.knownValues, headers: [words.columns.category, words.columns.function], rows }
    return writeListFile([{ name: file.sheet, ...templateTable(locale) }, known], file.template, params.format, ctx.now)
  })
}
