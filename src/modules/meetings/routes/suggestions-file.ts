import { writeListFile } from '#platform/tabular/write-list-file.ts'
import { read, visitorContext } from '#platform/web.ts'
import { readSuggestionRuns } from '../sql/suggestions.ts'
import { suggestionTexts } from '../texts/suggestion-texts.ts'
import { suggestionTables } from '../ui/suggestions/suggestion-tables.ts'
import { openSuggestions } from '../usecases/read-suggestions.ts'
import type { Route } from './+types/suggestions-file.ts'

/** What was suggested, to all companies or to one, as a file: a CSV holds what weighed in each pair, a workbook also what each had written and the weights. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  const company = new URL(request.url).searchParams.get('participant')
  return read(context, request, async (ctx) => {
    const { event, names } = await openSuggestions(ctx, params.missionId, params.eventId)
    const runs = await readSuggestionRuns(ctx.tx, event.id, company)
    return writeListFile(suggestionTables(runs, names, locale), suggestionTexts[locale].file.name, params.format, ctx.now)
  })
}
