import { found } from '#platform/actor.ts'
import { listHistory } from '#platform/history.ts'
import { read } from '#platform/web.ts'
import { loadPlan } from '#modules/strategy/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { HistoryList } from '../history/history-list.tsx'
import { historyTexts } from '../history/texts.ts'
import type { Route } from './+types/strategy-history.ts'

/** The changes of a strategy and of everything it holds; what serves an objective is told in the history of what serves it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { id } = found(await loadPlan(ctx.tx, params.planId))
    return {
      entries: await listHistory(ctx.tx, { whole: { schema: 'strategy', column: 'plan_id', id }, limit: 200 }),
      timeZone: ctx.actor.timeZone,
    }
  })
}

export default function StrategyHistory({ loaderData }: Route.ComponentProps) {
  const texts = useCatalogue(historyTexts)
  return (
    <Section title={texts.title} note={texts.note} titlePlace="above">
      <HistoryList {...loaderData} />
    </Section>
  )
}
