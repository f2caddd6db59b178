import { read } from '#platform/web.ts'
import { listHistory } from '#platform/history.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { HistoryList } from '../history/history-list.tsx'
import { historyTexts } from '../history/texts.ts'
import type { Route } from './+types/mission-history.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => ({
    entries: await listHistory(ctx.tx, { missionId: params.missionId, limit: 200 }),
    timeZone: ctx.actor.timeZone,
  }))
}

export default function MissionHistory({ loaderData: { entries, timeZone } }: Route.ComponentProps) {
  const texts = useCatalogue(historyTexts)
  return (
    <Section title={texts.title} note={texts.note} titlePlace="above">
      <HistoryList entries={entries} timeZone={timeZone} />
    </Section>
  )
}
