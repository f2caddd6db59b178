import { href } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { read, readForm, redirectWithFlash, refuseForm, submit } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { lockForm } from '../schemas/run.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { BoardGrid } from '../ui/board-grid.tsx'
import { EventViews } from '../ui/event-views.tsx'
import { WaitingGrid } from '../ui/waiting-grid.tsx'
import { openEvent } from '../usecases/open-event.ts'
import { readAgenda } from '../usecases/read-agenda.ts'
import { lockMeeting } from '../usecases/request-run.ts'
import type { Route } from './+types/board.ts'

/** The plan in force: slots by places, then slots by companies. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, event } = await openEvent(ctx, params.missionId, params.eventId)
    const { meetings, spots, participants, slots } = await readAgenda(ctx, event)
    return {
      event: { id: event.id, title: event.title },
      meetings,
      spots,
      slots,
      participants: participants.map(({ id, name }) => ({ id: id as string, name })),
      mayOrganise: mayOrganiseMeetings(ctx.actor, mission.partners),
      requestKey: crypto.randomUUID(),
    }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const typed = await readForm(request, lockForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { meetingId, isLocked } = typed.value
  const outcome = await submit(context, request, typed, 'meetings.lock', (ctx) =>
    lockMeeting(ctx, params.missionId, params.eventId, meetingId, isLocked === 'yes'),
  )
  return outcome.ok
    ? redirectWithFlash(href('/missions/:missionId/rendez-vous/:eventId/tableau', params), 'saved')
    : refuseForm(typed.refuse(outcome.problem, ''))
}

export default function Board({ loaderData, params }: Route.ComponentProps) {
  const { event, meetings, spots, slots, participants, mayOrganise, requestKey } = loaderData
  const { board: words } = useCatalogue(eventTexts)
  const locale = useLocale()
  const days = [...Map.groupBy(slots, ({ date }) => date)]
  const agendaOf = (participantId: string) =>
    href('/missions/:missionId/rendez-vous/:eventId/agenda/:participantId', { ...params, participantId })
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      {meetings.length === 0 ? (
        <EmptyState title={words.title}>{words.empty}</EmptyState>
      ) : (
        days.map(([date, ofDay]) => (
          <Section key={date} title={words.day(formatDate(date, locale, 'full'))} note={words.note} titlePlace="above">
            <BoardGrid
              slots={ofDay}
              spots={spots}
              meetings={meetings}
              mayLock={mayOrganise}
              requestKey={requestKey}
              caption={words.bySpot}
            />
            <WaitingGrid slots={ofDay} participants={participants} meetings={meetings} agendaOf={agendaOf} caption={words.byParticipant} />
          </Section>
        ))
      )}
    </>
  )
}
