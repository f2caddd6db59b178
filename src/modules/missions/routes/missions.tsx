import { Link, href } from 'react-router'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { read } from '#platform/web.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { DateRange, LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { MissionLine } from '../domain/mission.ts'
import { mayCreateMission } from '../domain/rights.ts'
import { countMissions, listMissions } from '../sql/list.ts'
import { stageOfLine } from '../domain/stage.ts'
import { listReceived } from '../sql/invitations.ts'
import { missionTexts } from '../texts.ts'
import { ReceivedNotice } from '../ui/received-notice.tsx'
import { StageTag } from '../ui/stage-tag.tsx'
import type { Route } from './+types/missions.ts'

const pageSize = 25

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const search = query.get('q')?.replaceAll('\0', '').trim().slice(0, 100) ?? ''
  const page = Math.max(1, Math.trunc(Number(query.get('page') ?? '1')) || 1)
  return read(context, request, async (ctx) => {
    const { organisationId } = ctx.actor
    const [missions, count] = [
      await listMissions(ctx.tx, organisationId, { search, limit: pageSize, offset: (page - 1) * pageSize }),
      await countMissions(ctx.tx, organisationId, search),
    ]
    return {
      missions,
      search,
      page,
      pageCount: Math.max(1, Math.ceil(count / pageSize)),
      today: ctx.today,
      mayCreate: mayCreateMission(ctx.actor),
      received: (await listReceived(ctx.tx, ctx.now)).length,
    }
  })
}

export default function Missions({ loaderData: { missions, search, page, pageCount, today, mayCreate, received } }: Route.ComponentProps) {
  const texts = useCatalogue(missionTexts)
  const create = mayCreate && (
    <ButtonLink to={href('/missions/nouvelle')} kind="main">
      {texts.newMission}
    </ButtonLink>
  )
  return (
    <Page title={texts.title} lead={texts.lead} action={create}>
      <ReceivedNotice count={received} />
      {(missions.length > 0 || search !== '') && (
        <Form method="get" layout="row">
          <TextField name="q" type="search" label={texts.search} hint={texts.searchHint} defaultValue={search} />
          <Button type="submit">{texts.searchButton}</Button>
        </Form>
      )}
      <MissionTable missions={missions} search={search} today={today} />
      <Pagination
        page={page}
        pageCount={pageCount}
        addressOf={(number) => `?${new URLSearchParams({ ...(search ? { q: search } : {}), page: String(number) })}`}
      />
    </Page>
  )
}

function MissionTable({ missions, search, today }: { missions: readonly MissionLine[]; search: string; today: LocalDate }) {
  const texts = useCatalogue(missionTexts)
  const locale = useLocale()
  return (
    <DataTable
      caption={texts.caption}
      captionHidden
      rows={missions}
      rowKey={(mission) => mission.id}
      rowLink={(mission) => href('/missions/:missionId', { missionId: mission.id })}
      empty={
        search ? (
          <p>{texts.nothingFound(search)}</p>
        ) : (
          <EmptyState title={texts.emptyTitle} action={<Link to={href('/missions/nouvelle')}>{texts.newMission}</Link>}>
            {texts.empty}
          </EmptyState>
        )
      }
      columns={[
        { key: 'title', header: texts.columns.title, render: (mission) => <LocalizedText content={mission.title} /> },
        {
          key: 'dates',
          header: texts.columns.dates,
          render: (mission) =>
            mission.startsOn && mission.endsOn ? <DateRange from={mission.startsOn} to={mission.endsOn} /> : texts.noDates,
        },
        {
          key: 'cities',
          header: texts.columns.cities,
          render: (mission) => mission.cities.map((city) => city[locale] ?? city.fr ?? Object.values(city)[0]).join(', '),
        },
        { key: 'role', header: texts.columns.role, render: (mission) => mission.ownRole && texts.roles[mission.ownRole] },
        { key: 'partners', header: texts.columns.partners, align: 'figure', render: (mission) => mission.partnerCount },
        {
          key: 'state',
          header: texts.columns.state,
          render: (mission) => <StageTag stage={stageOfLine(mission, today)} kind={mission.kind} />,
        },
      ]}
    />
  )
}
