import { writeListFile } from '#platform/tabular/write-list-file.ts'
import { read, visitorContext } from '#platform/web.ts'
import { statisticsTexts } from '../texts/statistics-texts.ts'
import { statisticsTables } from '../ui/statistics/statistics-tables.ts'
import { readStatistics } from '../usecases/read-statistics.ts'
import type { Route } from './+types/statistics-file.ts'

/** The statistics of an event as a file: a CSV holds the companies, a workbook all of it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  return read(context, request, async (ctx) => {
    const counted = await readStatistics(ctx, params.missionId, params.eventId)
    return writeListFile(statisticsTables(counted, locale), statisticsTexts[locale].export.file, params.format, ctx.now)
  })
}
