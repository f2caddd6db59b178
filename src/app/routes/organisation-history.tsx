import { SettingsTabs } from '#modules/identity/ui/settings-tabs.tsx'
import { listHistory } from '#platform/history.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { HistoryList } from '../history/history-list.tsx'
import { historyTexts } from '../history/texts.ts'
import type { Route } from './+types/organisation-history.ts'

const pageSize = 100

/** The journal of the acting organisation, whatever the object. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const page = Math.max(1, Math.trunc(Number(new URL(request.url).searchParams.get('page') ?? '1')) || 1)
  return read(context, request, async (ctx) => {
    const { organisationId, timeZone, roles } = ctx.actor
    const entries = await listHistory(ctx.tx, { organisationId, limit: pageSize + 1, offset: (page - 1) * pageSize })
    return {
      entries: entries.slice(0, pageSize),
      page,
      hasMore: entries.length > pageSize,
      timeZone,
      hasKeys: roles.includes('administrator'),
    }
  })
}

export default function OrganisationHistory({ loaderData: { entries, page, hasMore, timeZone, hasKeys } }: Route.ComponentProps) {
  const texts = useCatalogue(historyTexts)
  return (
    <Page title={texts.title} lead={texts.note} below={<SettingsTabs hasKeys={hasKeys} />}>
      <HistoryList entries={entries} timeZone={timeZone} />
      <Pagination page={page} pageCount={hasMore ? page + 1 : page} addressOf={(number) => `?page=${number}`} />
    </Page>
  )
}
