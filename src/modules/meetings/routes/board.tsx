import { Link, href } from 'react-router'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { blockedCells } from '../domain/blocked.ts'
import { pairsOf } from '../domain/pairs.ts'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { shownDay } from '../domain/shown-slots.ts'
import { lockForm } from '../schemas/run.ts'
import { listRepresentatives } from '../sql/participants.ts'
import { boardStamp } from '../sql/plans.ts'
import { listPresences } from '../sql/legs.ts'
import { listRules, listSlots } from '../sql/setup.ts'
import { listWishes } from '../sql/wishes.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { BoardGrid } from '../ui/board-grid.tsx'
import { DayLinks } from '../ui/desk/day-links.tsx'
import { EventViews } from '../ui/event-views.tsx'
import { placeAddress } from '../ui/place-address.ts'
import type { BoardAddress } from '../ui/use-board-move.ts'
import { useDayName } from '../ui/use-day-name.ts'
import { useFreshBoard } from '../ui/use-fresh-board.ts'
import { WaitingGrid } from '../ui/waiting-grid.tsx'
import { WaitingWishes } from '../ui/waiting-wishes.tsx'
import { openEvent } from '../usecases/open-event.ts'
import { readAgenda } from '../usecases/read-agenda.ts'
import { readBlocked } from '../usecases/read-blocked.ts'
import { lockMeeting } from '../usecases/request-run.ts'
import type { Route } from './+types/board.ts'

/** The plan in force, a day at a time: slots by places, then slots by companies. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  return read(context, request, async (ctx) => {
    const { mission, event } = await openEvent(ctx, params.missionId, params.eventId)
    const { meetings, spots, participants, slots } = await readAgenda(ctx, event)
    // A day, or the one of a slot in which something was just placed.
    const ofSlot = slots.find(({ id }) => id === searchParams.get('creneau'))
    const { days, day } = shownDay(slots, ofSlot?.date ?? searchParams.get('jour'), ctx.now)
    const ofDay = new Set(slots.flatMap(({ id, date }) => (date === day?.date ? [id] : [])))
    const legOfDay = (await listSlots(ctx.tx, event.id)).find(({ id }) => ofDay.has(id))?.legId
    const presences = await listPresences(ctx.tx, event.id)
    const mayOrganise = mayOrganiseMeetings(ctx.actor, mission.partners)
    const taken = await readBlocked(ctx, event)
    const held = new Set(meetings.map(({ oneId, otherId }) => `${oneId} ${otherId}`))
    const pairs = mayOrganise ? pairsOf(participants, await listRules(ctx.tx, event.id), await listWishes(ctx.tx, event.id)) : []
    return {
      event: { id: event.id, title: event.title },
      days,
      day,
      meetings: meetings.flatMap(({ people: _people, address: _address, ...meeting }) => (ofDay.has(meeting.slotId) ? [meeting] : [])),
      hasPlan: meetings.length > 0,
      spots: spots.filter(({ legId }) => legId === legOfDay),
      slots: slots.filter(({ id }) => ofDay.has(id)),
      blocked: blockedCells(await listRepresentatives(ctx.tx, event.id), taken.of).filter(({ slotId }) => ofDay.has(slotId)),
      titles: taken.titles,
      // Who is in another city that day is not on its board.
      participants: participants.flatMap(({ id, name }) =>
        presences.get(id)?.includes(legOfDay ?? '') === false ? [] : [{ id: id as string, name }],
      ),
      names: Object.fromEntries(participants.map(({ id, name }) => [id, name])),
      waiting: pairs.flatMap(({ one, other, isMust }) => (held.has(`${one} ${other}`) ? [] : [{ one, other, isMust }])),
      stamp: await boardStamp(ctx.tx, event.id),
      mayOrganise,
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'meetings.lock',
    lockForm,
    (ctx, { meetingId, isLocked }) => lockMeeting(ctx, params.missionId, params.eventId, meetingId, isLocked === 'yes'),
    { to: `${href('/missions/:missionId/rendez-vous/:eventId/tableau', params)}${new URL(request.url).search}` },
  )
}

/** Another day is another board: what others change is marked within one. */
export default function Board({ loaderData, params }: Route.ComponentProps) {
  return (
    <>
      <EventViews missionId={params.missionId} event={loaderData.event} />
      <DayBoard key={loaderData.day?.date} {...loaderData} params={params} />
    </>
  )
}

type DayBoardProps = Route.ComponentProps['loaderData'] & { params: Route.ComponentProps['params'] }

function DayBoard({ days, day, hasPlan, meetings, slots, waiting, stamp, mayOrganise, requestKey, params, ...board }: DayBoardProps) {
  const { spots, participants, names, blocked, titles } = board
  const { board: words } = useCatalogue(eventTexts)
  const { byHand, sheets } = useCatalogue(planTexts)
  const nameOf = useDayName()
  const here = href('/missions/:missionId/rendez-vous/:eventId/tableau', params)
  const agendaOf = (participantId: string) =>
    href('/missions/:missionId/rendez-vous/:eventId/agenda/:participantId', { ...params, participantId })
  const addressOf: BoardAddress = (pair, place) => placeAddress(params, pair, place)
  const changed = useFreshBoard(`${here}/etat`, stamp, meetings)
  return (
    <>
      <output>{changed.size > 0 && <Notice tone="info" title={byHand.changed(changed.size)} />}</output>
      {hasPlan && (
        <p data-print="no">
          <Link to={href('/missions/:missionId/rendez-vous/:eventId/feuilles', params)}>{sheets.link}</Link>
        </p>
      )}
      {hasPlan && day && days.length > 1 && <DayLinks days={days} shown={day.date} here={here} />}
      {!hasPlan || !day ? (
        <EmptyState title={words.title}>{words.empty}</EmptyState>
      ) : (
        <Section title={words.day(nameOf(day))} note={mayOrganise ? `${words.note} ${byHand.dragHint}` : words.note} titlePlace="above">
          <BoardGrid
            slots={slots}
            spots={spots}
            meetings={meetings}
            changed={changed}
            hand={mayOrganise ? { addressOf, requestKey } : undefined}
            caption={words.bySpot}
          />
          <WaitingGrid
            slots={slots}
            participants={participants}
            meetings={meetings}
            blocked={blocked}
            titles={titles}
            agendaOf={agendaOf}
            caption={words.byParticipant}
          />
        </Section>
      )}
      {mayOrganise && day && (
        <Section title={byHand.waitingTitle} note={byHand.waitingList} titlePlace="above">
          <WaitingWishes waiting={waiting} nameOf={(id) => names[id] ?? ''} addressOf={addressOf} />
        </Section>
      )}
    </>
  )
}
