import { href } from 'react-router'
import { dateIn } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { retentionTexts } from '../texts/retention-texts.ts'
import { readRetention } from '../usecases/read-retention.ts'
import type { Route } from './+types/retention.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => ({ ...(await readRetention(ctx)), zone: asTimeZone(ctx.actor.timeZone) }))
}

export default function Retention({ loaderData: { overdue, purges, zone } }: Route.ComponentProps) {
  const words = useCatalogue(retentionTexts)
  return (
    <Page title={words.title} lead={words.lead} breadcrumbs={[{ to: href('/reglages'), label: words.settings }]}>
      <Section title={words.due.title} note={words.due.note} titlePlace="above">
        {overdue.length === 0 ? (
          <p>{words.due.none}</p>
        ) : (
          <DataTable
            caption={words.due.caption}
            captionHidden
            rows={overdue}
            rowKey={({ subject, missionId, days }) => `${subject}${missionId}${days}`}
            columns={[
              { key: 'what', header: words.what, isRowHeader: true, render: ({ subject }) => words.subjects[subject] },
              { key: 'mission', header: words.mission, render: ({ title }) => <LocalizedText content={title} /> },
              { key: 'count', header: words.count, align: 'figure', render: ({ rowCount }) => rowCount },
              { key: 'until', header: words.keptUntil, render: ({ keptUntil }) => <DateText date={keptUntil} format="short" /> },
              { key: 'ground', header: words.ground, isLong: true, render: ({ days, ground }) => words.days(days, ground) },
            ]}
          />
        )}
      </Section>
      <Section title={words.done.title} titlePlace="above">
        {purges.length === 0 ? (
          <p>{words.done.none}</p>
        ) : (
          <DataTable
            caption={words.done.caption}
            captionHidden
            rows={purges}
            rowKey={({ id }) => id}
            columns={[
              { key: 'what', header: words.what, isRowHeader: true, render: ({ subject }) => words.subjects[subject] },
              { key: 'mission', header: words.mission, render: ({ title }) => <LocalizedText content={title} /> },
              { key: 'count', header: words.count, align: 'figure', render: ({ rowCount }) => rowCount },
              { key: 'at', header: words.purgedAt, render: ({ purgedAt }) => <DateText date={dateIn(zone, purgedAt)} format="short" /> },
              { key: 'ground', header: words.ground, isLong: true, render: ({ ground }) => ground },
            ]}
          />
        )}
      </Section>
    </Page>
  )
}
