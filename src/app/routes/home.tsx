import { Link, href, redirect } from 'react-router'
import { pick } from '#platform/pure/localized.ts'
import { read, visitorContext } from '#platform/web.ts'
import { readDeadlines } from '#modules/agreements/index.ts'
import { AgreementDeadlines } from '#modules/agreements/ui/agreement-deadlines.tsx'
import { listMissions, listReceivedInvitations, listTasks } from '#modules/missions/index.ts'
import { missionTexts } from '#modules/missions/texts.ts'
import { taskTexts } from '#modules/missions/texts/task-texts.ts'
import { ReceivedNotice } from '#modules/missions/ui/received-notice.tsx'
import { NextTasks } from '#modules/missions/ui/task-entries.tsx'
import { StageTag } from '#modules/missions/ui/stage-tag.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { DateRange } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { journeysOf } from '../journeys.ts'
import { appTexts } from '../texts.ts'
import type { Route } from './+types/home.ts'

/** What is next, and who owes it: the open missions of the acting organisation with what blocks each. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext)
  if (!visitor.account) throw redirect('/connexion')
  return read(context, request, async (ctx) => {
    const missions = await listMissions(ctx.tx, ctx.actor.organisationId, { limit: 40, isOpen: true })
    const journeys = await journeysOf(ctx, missions)
    return {
      firstName: ctx.actor.name.split(' ')[0] ?? '',
      tasks: await listTasks(ctx.tx, { owner: ctx.actor.organisationId, state: 'open', limit: 20 }),
      today: ctx.today,
      deadlines: await readDeadlines(ctx),
      received: (await listReceivedInvitations(ctx.tx, ctx.now)).length,
      missions: missions.map((mission) => ({ ...mission, journey: journeys.get(mission.id) })),
    }
  })
}

export default function Home({ loaderData: { firstName, missions, tasks, today, received, deadlines } }: Route.ComponentProps) {
  const texts = useCatalogue(appTexts)
  const words = useCatalogue(missionTexts)
  const { home } = useCatalogue(taskTexts)
  const locale = useLocale()
  const rows = missions.flatMap((mission) => {
    const blockers = mission.journey?.blockers ?? []
    return (blockers.length > 0 ? blockers : [null]).map((blocker) => ({ key: `${mission.id}${blocker}`, mission, blocker }))
  })
  return (
    <Page documentTitle={texts.navigation.home} title={texts.home.title(firstName)} lead={texts.home.lead}>
      <ReceivedNotice count={received} />
      <Section title={texts.home.next} titlePlace="above">
        <DataTable
          caption={texts.home.caption}
          captionHidden
          rows={rows}
          rowKey={(row) => row.key}
          rowLink={(row) => href('/missions/:missionId', { missionId: row.mission.id })}
          empty={
            <EmptyState title={words.emptyTitle} action={<Link to={href('/missions/nouvelle')}>{words.newMission}</Link>}>
              {words.empty}
            </EmptyState>
          }
          columns={[
            { key: 'mission', header: words.columns.title, render: (row) => pick(row.mission.title, locale).text },
            {
              key: 'dates',
              header: words.columns.dates,
              render: (row) =>
                row.mission.startsOn && row.mission.endsOn ? (
                  <DateRange from={row.mission.startsOn} to={row.mission.endsOn} />
                ) : (
                  words.noDates
                ),
            },
            {
              key: 'stage',
              header: words.columns.state,
              render: (row) => row.mission.journey && <StageTag stage={row.mission.journey.current} kind={row.mission.kind} />,
            },
            {
              key: 'next',
              header: texts.home.what,
              render: (row) => (row.blocker ? words.blockers[row.blocker].what : texts.home.nothing),
            },
            { key: 'who', header: texts.home.who, render: (row) => row.blocker && words.blockers[row.blocker].who },
          ]}
        />
      </Section>
      {tasks.length > 0 && (
        <Section title={home.title} note={home.note}>
          <NextTasks tasks={tasks} today={today} withMission />
        </Section>
      )}
      <AgreementDeadlines deadlines={deadlines} today={today} />
    </Page>
  )
}
