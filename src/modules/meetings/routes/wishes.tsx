import { allow } from '#platform/actor.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { KeyFigures } from '#ui/key-figures.tsx'
import { Section } from '#ui/section.tsx'
import { mayBringParticipants } from '../domain/rights.ts'
import { wishStates } from '../domain/wish.ts'
import { listParticipants } from '../sql/participants.ts'
import { listWishes } from '../sql/wishes.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import { openEvent } from '../usecases/open-event.ts'
import type { Route } from './+types/wishes.ts'

/** All wishes the acting organisation may read: everybody's for an organiser, those of the companies it brings for a partner. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, event } = await openEvent(ctx, params.missionId, params.eventId)
    allow(mayBringParticipants(ctx.actor, mission.partners))
    const names = new Map((await listParticipants(ctx.tx, event.id)).map(({ id, name }) => [id as string, name]))
    const wishes = await listWishes(ctx.tx, event.id)
    return {
      event: { id: event.id, title: event.title },
      wishes: wishes.map((wish) => ({ ...wish, from: names.get(wish.participantId) ?? '', about: names.get(wish.aboutId) ?? '' })),
    }
  })
}

export default function Wishes({ loaderData: { event, wishes }, params }: Route.ComponentProps) {
  const texts = useCatalogue(eventTexts)
  const { wishes: words } = texts
  const figures = wishStates
    .map((state) => ({ key: state, label: words.states[state], figure: wishes.filter((wish) => wish.state === state).length }))
    .filter(({ figure }) => figure > 0)
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      <Section title={words.title} note={words.note} titlePlace="above">
        {figures.length > 0 && <KeyFigures figures={figures} />}
        <DataTable
          caption={words.caption}
          captionHidden
          rows={wishes}
          rowKey={({ id }) => id}
          empty={<EmptyState title={words.empty} />}
          columns={[
            { key: 'from', header: words.from, isRowHeader: true, render: ({ from }) => from },
            { key: 'about', header: words.about, render: ({ about }) => about },
            { key: 'degree', header: words.degree, render: ({ degree }) => words.degrees[degree] },
            { key: 'state', header: words.state, render: ({ state }) => words.states[state] },
            {
              key: 'motive',
              header: words.motive,
              isLong: true,
              render: ({ motive, reason }) => [motive, reason].filter(Boolean).join(' — '),
            },
          ]}
        />
      </Section>
    </>
  )
}
