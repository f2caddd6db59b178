import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { listHistory } from '#platform/history.ts'
import { read } from '#platform/web.ts'
import { loadPerson, fullName } from '#modules/directory/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Page } from '#ui/page.tsx'
import { HistoryList } from '../history/history-list.tsx'
import { historyTexts } from '../history/texts.ts'
import { appTexts } from '../texts.ts'
import type { Route } from './+types/person-history.ts'

/** The changes of a person's card and of the offices they held. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const card = found(await loadPerson(ctx.tx, params.personId))
    return { name: fullName(card), entries: await listHistory(ctx.tx, { cardId: card.id, limit: 100 }), timeZone: ctx.actor.timeZone }
  })
}

export default function PersonHistory({ loaderData, params }: Route.ComponentProps) {
  const texts = useCatalogue(historyTexts)
  const { navigation } = useCatalogue(appTexts)
  const { name } = loaderData
  return (
    <Page
      kicker={name}
      title={texts.title}
      lead={texts.note}
      breadcrumbs={[
        { to: href('/annuaire'), label: navigation.directory },
        { to: href('/annuaire/personnes/:personId', params), label: name },
      ]}
    >
      <HistoryList entries={loaderData.entries} timeZone={loaderData.timeZone} />
    </Page>
  )
}
