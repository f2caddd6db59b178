import { href } from 'react-router'
import { pick } from '#platform/pure/localized.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { mayBringParticipants } from '../domain/rights.ts'
import { listParticipants, listRepresentatives } from '../sql/participants.ts'
import { listCircles } from '../sql/setup.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { suggestionTexts } from '../texts/suggestion-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import { openEvent } from '../usecases/open-event.ts'
import type { Route } from './+types/participants.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, event } = await openEvent(ctx, params.missionId, params.eventId)
    const people = Map.groupBy(await listRepresentatives(ctx.tx, event.id), ({ participantId }) => participantId)
    const participants = await listParticipants(ctx.tx, event.id)
    return {
      event: { id: event.id, title: event.title },
      circles: await listCircles(ctx.tx, event.id),
      participants: participants.map((participant) => ({
        ...participant,
        people: (people.get(participant.id) ?? []).map(({ givenName, familyName }) => `${givenName} ${familyName}`.trim()),
      })),
      mayBring: mayBringParticipants(ctx.actor, mission.partners),
    }
  })
}

export default function Participants({ loaderData: { event, circles, participants, mayBring }, params }: Route.ComponentProps) {
  const texts = useCatalogue(eventTexts)
  const locale = useLocale()
  const { participants: words } = texts
  const suggestions = useCatalogue(suggestionTexts)
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      <Section
        title={words.title}
        note={words.note}
        titlePlace="above"
        action={
          mayBring && (
            <Actions>
              <ButtonLink kind="main" icon="plus" to={href('/missions/:missionId/rendez-vous/:eventId/participants/nouveau', params)}>
                {words.add}
              </ButtonLink>
              <ButtonLink to={href('/missions/:missionId/rendez-vous/:eventId/participants/import', params)}>{words.import}</ButtonLink>
              <ButtonLink kind="quiet" to={href('/missions/:missionId/rendez-vous/:eventId/rapprochements', params)}>
                {suggestions.kept}
              </ButtonLink>
            </Actions>
          )
        }
      >
        {participants.length === 0 && <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
        {circles.map((circle) => {
          const members = participants.filter(({ circleId }) => circleId === circle.id)
          return (
            members.length > 0 && (
              <DataTable
                key={circle.id}
                caption={words.caption(pick(circle.name, locale).text)}
                rows={members}
                rowKey={({ id }) => id}
                rowLink={({ id }) =>
                  href('/missions/:missionId/rendez-vous/:eventId/participants/:participantId', { ...params, participantId: id })
                }
                columns={[
                  { key: 'name', header: words.name, isRowHeader: true, render: ({ name }) => name },
                  { key: 'city', header: words.city, render: ({ city, country }) => [city, country].filter(Boolean).join(', ') },
                  { key: 'sectors', header: words.sectors, render: ({ sectors }) => sectors.join(', ') },
                  { key: 'languages', header: words.languages, render: ({ languages }) => languages.join(', ') },
                  { key: 'people', header: words.people, render: ({ people }) => people.join(', ') || texts.none },
                  { key: 'keeper', header: words.broughtBy, render: ({ organisationName }) => organisationName },
                ]}
              />
            )
          )
        })}
      </Section>
    </>
  )
}
