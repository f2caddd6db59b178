import { found } from '#platform/actor.ts'
import { listHistory } from '#platform/history.ts'
import { read } from '#platform/web.ts'
import { loadAgreement } from '#modules/agreements/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { HistoryList } from '../history/history-list.tsx'
import { historyTexts } from '../history/texts.ts'
import type { Route } from './+types/agreement-history.ts'

/** The changes of an agreement and of everything it holds. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { id } = found(await loadAgreement(ctx.tx, params.agreementId))
    return {
      entries: await listHistory(ctx.tx, { whole: { schema: 'agreements', column: 'agreement_id', id }, limit: 200 }),
      timeZone: ctx.actor.timeZone,
    }
  })
}

export default function AgreementHistory({ loaderData }: Route.ComponentProps) {
  const texts = useCatalogue(historyTexts)
  return (
    <Section title={texts.title} note={texts.note} titlePlace="above">
      <HistoryList {...loaderData} />
    </Section>
  )
}
