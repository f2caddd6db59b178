import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { listHistory } from '#platform/history.ts'
import { read } from '#platform/web.ts'
import { loadOrganisation, organisationLabel } from '#modules/directory/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { HistoryList } from '../history/history-list.tsx'
import { historyTexts } from '../history/texts.ts'
import { appTexts } from '../texts.ts'
import type { Route } from './+types/organisation-card-history.ts'

/** The changes of a card, of its identifiers and of the offices held there. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const card = found(await loadOrganisation(ctx.tx, params.organisationId))
    return { card, entries: await listHistory(ctx.tx, { cardId: card.id, limit: 100 }), timeZone: ctx.actor.timeZone }
  })
}

export default function OrganisationCardHistory({ loaderData, params }: Route.ComponentProps) {
  const texts = useCatalogue(historyTexts)
  const { navigation } = useCatalogue(appTexts)
  const name = organisationLabel(loaderData.card, useLocale())
  return (
    <Page
      kicker={name}
      title={texts.title}
      lead={texts.note}
      breadcrumbs={[
        { to: href('/annuaire'), label: navigation.directory },
        { to: href('/annuaire/organisations/:organisationId', params), label: name },
      ]}
    >
      <HistoryList entries={loaderData.entries} timeZone={loaderData.timeZone} />
    </Page>
  )
}
