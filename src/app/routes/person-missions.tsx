import { Link, href } from 'react-router'
import { read } from '#platform/web.ts'
import { travelsOfPerson } from '#modules/delegations/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateRange, LocalizedText } from '#ui/format.tsx'
import { Section } from '#ui/section.tsx'
import { appTexts } from '../texts.ts'
import type { Route } from './+types/person-missions.ts'

/** The part of a person's page that the directory cannot write: the missions their card was linked to. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => ({ travels: await travelsOfPerson(ctx.tx, params.personId) }))
}

export default function PersonMissions({ loaderData: { travels } }: Route.ComponentProps) {
  const { travels: words } = useCatalogue(appTexts)
  if (travels.length === 0) return null
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      <DataTable
        caption={words.caption}
        captionHidden
        rows={travels}
        rowKey={({ memberId }) => memberId}
        columns={[
          {
            key: 'mission',
            header: words.mission,
            render: ({ missionId, memberId, title }) => (
              <Link to={href('/missions/:missionId/delegation/:memberId', { missionId, memberId })}>
                <LocalizedText content={title} />
              </Link>
            ),
          },
          {
            key: 'dates',
            header: words.dates,
            render: ({ startsOn, endsOn }) => startsOn && endsOn && <DateRange from={startsOn} to={endsOn} />,
          },
          { key: 'capacity', header: words.capacity, render: ({ capacity }) => <LocalizedText content={capacity} /> },
          { key: 'state', header: words.state, render: ({ isCancelled }) => (isCancelled ? words.cancelled : words.registered) },
        ]}
      />
    </Section>
  )
}
