import { Outlet, href, useLocation } from 'react-router'
import { found } from '#platform/actor.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { loadPlan } from '../sql/plans.ts'
import { strategyTexts } from '../texts.ts'
import type { Route } from './+types/strategy.ts'

/** The stable header of a strategy: what it is called, and which years it covers. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { id, title, fromYear, toYear, archivedOn } = found(await loadPlan(ctx.tx, params.planId))
    return { id, title, fromYear, toYear, archivedOn }
  })
}

export default function StrategyFrame({ loaderData: { id, title, fromYear, toYear, archivedOn } }: Route.ComponentProps) {
  const texts = useCatalogue(strategyTexts)
  const locale = useLocale()
  const { pathname } = useLocation()
  const params = { planId: id }
  const tabs = [
    { to: href('/strategie/:planId', params), label: texts.tabs.overview, end: true },
    { to: href('/strategie/:planId/destinations', params), label: texts.tabs.destinations },
    { to: href('/strategie/:planId/bilan', params), label: texts.tabs.coverage },
    { to: href('/strategie/:planId/revues', params), label: texts.tabs.reviews, end: false },
    { to: href('/strategie/:planId/historique', params), label: texts.tabs.history },
  ]
  const here = tabs.findLast(({ to }) => pathname.startsWith(to))
  return (
    <Page
      documentTitle={[here?.label, pick(title, locale).text].filter(Boolean).join(' – ')}
      kicker={texts.period(fromYear, toYear)}
      title={<LocalizedText content={title} />}
      breadcrumbs={[{ to: href('/strategie'), label: texts.title }]}
      below={<Tabs label={texts.tabs.label} tabs={tabs} />}
    >
      {archivedOn && (
        <Notice>
          <p>{texts.archivedSince(formatDate(archivedOn, locale))}</p>
        </Notice>
      )}
      <Outlet />
    </Page>
  )
}
