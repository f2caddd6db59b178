import { href } from 'react-router'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { fieldOfProblem, lodgingChoice, lodgingForm, roomsForm, stayChoice, stayForm } from '../schemas.ts'
import { listLodgings } from '../sql/rooms.ts'
import { departureTexts } from '../texts.ts'
import { LodgingRooms } from '../ui/lodging-rooms.tsx'
import { FreeForm, LodgingForm, PlaceForm, RoomsForm } from '../ui/room-forms.tsx'
import { DepartureViews } from '../ui/views.tsx'
import { openLogistics } from '../usecases/read-logistics.ts'
import { addLodging, addRooms, freeBed, placeInRoom, removeLodging } from '../usecases/write-rooms.ts'
import type { Route } from './+types/rooms.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, own, names } = await openLogistics(ctx, params.missionId)
    return {
      lodgings: await listLodgings(ctx.tx, mission.id),
      people: own.map(({ id }) => ({ value: id as string, label: names[id] ?? '' })),
      names,
      dates: { startsOn: mission.startsOn, endsOn: mission.endsOn },
      ownId: ctx.actor.organisationId,
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId } = params
  const here = href('/missions/:missionId/depart/chambres', params)
  return answerForms(context, request, {
    lodging: carryOut('departure.lodging', lodgingForm, (ctx, typed) => addLodging(ctx, missionId, typed), {
      to: here,
      flash: 'created',
      field: fieldOfProblem,
    }),
    rooms: carryOut('departure.rooms', roomsForm, (ctx, { lodgingId, ...rooms }) => addRooms(ctx, missionId, lodgingId, rooms), {
      to: here,
      flash: 'created',
      field: fieldOfProblem,
    }),
    place: carryOut('departure.place', stayForm, (ctx, typed) => placeInRoom(ctx, missionId, typed), { to: here, field: fieldOfProblem }),
    removeLodging: carryOut('departure.remove-lodging', lodgingChoice, (ctx, { lodgingId }) => removeLodging(ctx, missionId, lodgingId), {
      to: here,
      flash: 'removed',
    }),
    otherwise: carryOut('departure.free', stayChoice, (ctx, { stayId }) => freeBed(ctx, missionId, stayId), { to: here, flash: 'removed' }),
  })
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function Rooms({ loaderData, actionData, params: { missionId } }: Route.ComponentProps) {
  const { lodgings, people, names, dates, ownId, requestKey } = loaderData
  const words = useCatalogue(departureTexts).rooms
  const locale = useLocale()
  const own = lodgings.filter(({ organisationId }) => organisationId === ownId)
  const placed = new Set(own.flatMap(({ rooms }) => rooms.flatMap(({ stays }) => stays.map(({ memberId }) => memberId as string))))
  const without = people.filter(({ value }) => !placed.has(value))
  return (
    <>
      <DepartureViews missionId={missionId} hasRegister hasLogistics />
      <Section title={words.title} note={words.note} titlePlace="above">
        {lodgings.length === 0 && <EmptyState title={words.none}>{words.noneBody}</EmptyState>}
        {own.length > 0 && without.length > 0 && (
          <p>{words.without(new Intl.ListFormat(locale).format(without.map(({ label }) => label)))}</p>
        )}
      </Section>
      {lodgings.map((lodging) => (
        <LodgingRooms key={lodging.id} lodging={lodging} names={names} isOwn={lodging.organisationId === ownId} requestKey={requestKey} />
      ))}
      {own.some(({ rooms }) => rooms.length > 0) && people.length > 0 && (
        <Section title={words.place} note={words.placeNote} onPaper={false}>
          <PlaceForm key={requestKey} lodgings={own} people={people} dates={dates} refusal={actionData} requestKey={requestKey} />
        </Section>
      )}
      {placed.size > 0 && (
        <Section title={words.moveOutTitle} onPaper={false}>
          <FreeForm key={requestKey} lodgings={own} names={names} refusal={actionData} requestKey={requestKey} />
        </Section>
      )}
      {own.length > 0 && (
        <Section title={words.addRooms} onPaper={false}>
          <RoomsForm key={requestKey} lodgings={own} refusal={actionData} requestKey={requestKey} />
        </Section>
      )}
      <Section title={words.addLodging} onPaper={false}>
        <LodgingForm key={requestKey} refusal={actionData} requestKey={requestKey} />
      </Section>
    </>
  )
}
