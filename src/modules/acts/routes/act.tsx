import { Outlet, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { pick } from '#platform/pure/localized.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { isOpen } from '../domain/act.ts'
import { loadAct } from '../sql/acts.ts'
import { actTexts } from '../texts.ts'
import { ActStateTag } from '../ui/act-state.tsx'
import { DifferencesNotice } from '../ui/differences-notice.tsx'
import { checkContent } from '../usecases/check-act.ts'
import { differencesSinceVote } from '../usecases/differences-since-vote.ts'
import type { Route } from './+types/act.ts'

/** The stable header of an act: what it is, where it stands, who owes what comes next, and whether the data have moved since. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const act = found(await loadAct(ctx.tx, params.actId))
    const { id, kind, object, reference, shown } = act
    const blockingCount = isOpen(act) ? (await checkContent(ctx, act)).blockingCount : null
    return { act: { id, kind, object, reference, shown }, blockingCount, differences: await differencesSinceVote(ctx, act) }
  })
}

export default function ActFrame({ loaderData: { act, blockingCount, differences } }: Route.ComponentProps) {
  const texts = useCatalogue(actTexts)
  const locale = useLocale()
  const params = { actId: act.id }
  return (
    <Page
      documentTitle={pick(act.object, locale).text}
      kicker={texts.kicker(texts.kinds[act.kind], act.reference)}
      title={<LocalizedText content={act.object} />}
      state={<ActStateTag state={act.shown} />}
      breadcrumbs={[{ to: href('/actes'), label: texts.title }]}
      next={(blockingCount === 0 ? texts.ready : texts.next[act.shown]) ?? undefined}
      below={
        <>
          <DifferencesNotice differences={differences} actId={act.id} />
          <Tabs
            label={texts.tabs.label}
            tabs={[
              { to: href('/actes/:actId', params), label: texts.tabs.check, count: blockingCount || undefined, end: true },
              { to: href('/actes/:actId/entete', params), label: texts.tabs.head },
              { to: href('/actes/:actId/rapport', params), label: texts.tabs.report },
              { to: href('/actes/:actId/deliberation', params), label: texts.tabs.deliberation },
              { to: href('/actes/:actId/vote', params), label: texts.tabs.vote },
            ]}
          />
        </>
      }
    >
      <Outlet />
    </Page>
  )
}
