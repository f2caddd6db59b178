import { Outlet, href, useLocation } from 'react-router'
import { found } from '#platform/actor.ts'
import { read } from '#platform/web.ts'
import { countryName } from '#modules/directory/index.ts'
import { strategyTexts } from '#modules/strategy/index.ts'
import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { loadAgreement } from '../sql/agreements.ts'
import { agreementTexts } from '../texts.ts'
import { LifeRibbon, nextOf } from '../ui/life-ribbon.tsx'
import { StandingTag } from '../ui/standing-tag.tsx'
import { compute } from '../usecases/read-standing.ts'
import type { Route } from './+types/agreement.ts'

/** The stable header of an agreement: what it is, with whom, where it stands, what comes next. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const agreement = found(await loadAgreement(ctx.tx, params.agreementId))
    return { agreement, computed: await compute(ctx, agreement) }
  })
}

export default function AgreementFrame({ loaderData: { agreement, computed } }: Route.ComponentProps) {
  const texts = useCatalogue(agreementTexts)
  const strategy = useCatalogue(strategyTexts)
  const locale = useLocale()
  const { pathname } = useLocation()
  const params = { agreementId: agreement.id }
  const tabs = [
    { to: href('/accords/:agreementId', params), label: texts.tabs.overview, end: true },
    { to: href('/accords/:agreementId/engagements', params), label: texts.tabs.pledges, end: false },
    { to: href('/accords/:agreementId/texte', params), label: texts.tabs.wording },
    ...(agreement.type === 'trademark_licence' ? [{ to: href('/accords/:agreementId/licence', params), label: texts.tabs.licence }] : []),
    { to: href('/accords/:agreementId/vie', params), label: texts.tabs.life },
    { to: href('/accords/:agreementId/comite', params), label: texts.tabs.committee, end: false },
    { to: href('/accords/:agreementId/missions', params), label: texts.tabs.missions },
    { to: href('/accords/:agreementId/strategie', params), label: strategy.ties.tab },
    { to: href('/accords/:agreementId/historique', params), label: texts.tabs.history },
  ]
  const here = tabs.findLast(({ to }) => pathname.startsWith(to) && to !== tabs[0]?.to)
  const next = nextOf(agreement, computed.standing)
  return (
    <Page
      documentTitle={[here?.label, pick(agreement.title, locale).text].filter(Boolean).join(' – ')}
      kicker={`${texts.types[agreement.type]} · ${[pick(agreement.cityName, locale).text, countryName(agreement.country, locale)].filter(Boolean).join(', ')}`}
      title={<LocalizedText content={agreement.title} />}
      state={<StandingTag standing={computed.standing} />}
      breadcrumbs={[{ to: href('/accords'), label: texts.title }]}
      isPart={pathname !== tabs[0]?.to}
      next={next === null ? undefined : { what: texts.next[next.what], who: texts.who[next.who] }}
      below={
        <>
          {pathname === tabs[0]?.to && <LifeRibbon agreement={agreement} standing={computed.standing} />}
          <Tabs label={texts.tabs.label} tabs={tabs} />
        </>
      }
    >
      <Outlet />
    </Page>
  )
}
