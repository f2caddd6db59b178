import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { formatZoned } from '#platform/pure/instant.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { affinityVersion } from '../domain/affinity.ts'
import { affinityWeights } from '../domain/suggestion-run.ts'
import { listSuggestionRuns, readSuggestionRuns } from '../sql/suggestions.ts'
import { suggestionTexts } from '../texts/suggestion-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import { RunDetails } from '../ui/suggestions/run-details.tsx'
import { openSuggestions } from '../usecases/read-suggestions.ts'
import type { Route } from './+types/suggestions.ts'

/** What was suggested to companies, each time it was something else: of all of them as a list, of one with what weighed in each pair. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams.get('participant')
  return read(context, request, async (ctx) => {
    const { event, names } = await openSuggestions(ctx, params.missionId, params.eventId)
    const company = asked && { id: asked, name: found(names[asked]) }
    return {
      event: { id: event.id, title: event.title, timeZone: event.timeZone },
      names,
      company: company || null,
      shown: company ? [] : await listSuggestionRuns(ctx.tx, event.id),
      runs: company ? await readSuggestionRuns(ctx.tx, event.id, company.id) : [],
    }
  })
}

export default function Suggestions({ loaderData: { event, names, company, shown, runs }, params }: Route.ComponentProps) {
  const words = useCatalogue(suggestionTexts)
  const locale = useLocale()
  const here = href('/missions/:missionId/rendez-vous/:eventId/rapprochements', params)
  const of = company ? `?participant=${company.id}` : ''
  const file = (format: string) => href('/missions/:missionId/rendez-vous/:eventId/rapprochements/:format', { ...params, format }) + of
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      <Section
        title={company ? words.keptFor(company.name) : words.kept}
        note={words.keptNote}
        titlePlace="above"
        action={
          <Actions>
            {company && <Link to={here}>{words.all}</Link>}
            <a href={file('xlsx')}>{words.file.xlsx}</a>
            <a href={file('csv')}>{words.file.csv}</a>
          </Actions>
        }
      >
        {company ? (
          <>
            {runs.length === 0 && <EmptyState title={words.none} />}
            {runs.map((run, index) => (
              <RunDetails key={run.number} run={run} names={names} timeZone={event.timeZone} isOpen={index === 0} />
            ))}
          </>
        ) : (
          <DataTable
            caption={words.kept}
            captionHidden
            rows={shown}
            rowKey={({ participantId, number }) => `${participantId} ${number}`}
            rowLink={({ participantId }) => `${here}?participant=${participantId}`}
            empty={<EmptyState title={words.none}>{words.noneNote}</EmptyState>}
            columns={[
              { key: 'company', header: words.file.company, isRowHeader: true, render: ({ participantId }) => names[participantId] },
              { key: 'run', header: words.file.run, align: 'figure', render: ({ number }) => number },
              {
                key: 'when',
                header: words.file.shownAt,
                render: ({ shownAt }) => formatZoned({ instant: shownAt, zone: event.timeZone }, locale),
              },
              { key: 'who', header: words.file.shownTo, render: ({ shownName }) => shownName ?? words.byLink },
              { key: 'compared', header: words.file.compared, align: 'figure', render: ({ compared }) => compared },
              { key: 'found', header: words.found, align: 'figure', render: ({ found: some }) => some },
            ]}
          />
        )}
        <details>
          <summary>{words.title}</summary>
          <p>{words.notice(affinityVersion, affinityWeights)}</p>
        </details>
      </Section>
    </>
  )
}
