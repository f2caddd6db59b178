import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { isUuid } from '#platform/pure/ids.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import type { PairKey } from '../domain/snapshot.ts'
import { offBoardForm, placeForm, placeSearch } from '../schemas/by-hand.ts'
import { eventTexts, problemText } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import { FreePlaces } from '../ui/free-places.tsx'
import { OffBoard } from '../ui/off-board.tsx'
import { PlaceChoice } from '../ui/place-choice.tsx'
import { usePlanNames } from '../ui/use-plan-names.ts'
import { placeByHand, previewPlace, takeOff } from '../usecases/place-by-hand.ts'
import { readNames } from '../usecases/read-names.ts'
import type { Route } from './+types/place-meeting.ts'

/** Puts one meeting somewhere by hand: what that does to whom is seen first, and confirmed. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const asked = placeSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
    const { slotId, spotId } = asked
    const place = slotId && spotId ? { slotId, spotId } : null
    const { event, ...preview } = await previewPlace(ctx, params.missionId, params.eventId, pairOf(params), place)
    return {
      event: { id: event.id, title: event.title },
      ...preview,
      ...(await readNames(ctx, event)),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId, eventId } = params
  const pair = pairOf(params)
  const board = href('/missions/:missionId/rendez-vous/:eventId/tableau', params)
  return answerForms(context, request, {
    takeOff: carryOut('meetings.take-off', offBoardForm, (ctx, { held, tells }) => takeOff(ctx, missionId, eventId, pair, held, tells), {
      to: board,
    }),
    otherwise: carryOut(
      'meetings.place',
      placeForm,
      (ctx, { held, tells, ...place }) => placeByHand(ctx, missionId, eventId, pair, place, held, tells),
      { to: (_, { slotId }) => `${board}?creneau=${slotId}` },
    ),
  })
}

function pairOf({ oneId, otherId }: Route.LoaderArgs['params']): PairKey {
  return found(isUuid(oneId) && isUuid(otherId) ? { one: oneId, other: otherId } : null)
}

/** A refused change is looked at again on the board as it is now. */
export function shouldRevalidate(): boolean {
  return true
}

export default function PlaceMeeting({ loaderData, actionData, params }: Route.ComponentProps) {
  const { event, pair, held, to, consequences, offBoard, free, names, titles, slots, spots, requestKey } = loaderData
  const texts = useCatalogue(eventTexts)
  const { byHand: words, rules } = useCatalogue(planTexts)
  const planNames = usePlanNames(names, slots, titles)
  const problem = (actionData?.problems as Readonly<Record<string, string>> | undefined)?.['']
  const title = rules.meeting(planNames.nameOf(pair.one), planNames.nameOf(pair.other))
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      {problem && <Notice tone="danger" title={problem === 'stale_edit' ? words.stale : problemText(texts, problem)} />}
      <Section title={title} note={held ? words.note : words.waitingNote} titlePlace="above">
        {held?.isLocked ? (
          <Notice tone="warning" title={words.locked} />
        ) : (
          <PlaceChoice
            held={held}
            to={to}
            consequences={consequences}
            slots={slots}
            spots={spots}
            names={planNames}
            requestKey={requestKey}
          />
        )}
      </Section>
      {!held?.isLocked && (
        <Section title={words.elsewhere} note={words.elsewhereNote}>
          <FreePlaces params={params} pair={pair} free={free} names={planNames} />
        </Section>
      )}
      {held && !held.isLocked && offBoard && (
        <Section title={words.takeOff} note={words.takeOffNote}>
          <OffBoard version={held.version} consequences={offBoard} names={planNames} requestKey={requestKey} />
        </Section>
      )}
    </>
  )
}
