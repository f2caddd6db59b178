import { href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { read, readForm, redirectWithFlash, refuseForm, submit } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { mayBringParticipants } from '../domain/rights.ts'
import { profileForm, profileWords } from '../schemas/participant.ts'
import { listCircles } from '../sql/setup.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import { ProfileForm } from '../ui/profile-form.tsx'
import { fieldOfProfile } from '../ui/profile-fields.ts'
import { openEvent } from '../usecases/open-event.ts'
import { addParticipant } from '../usecases/write-participant.ts'
import type { Route } from './+types/new-participant.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, event } = await openEvent(ctx, params.missionId, params.eventId)
    allow(mayBringParticipants(ctx.actor, mission.partners))
    return {
      event: { id: event.id, title: event.title },
      circles: await listCircles(ctx.tx, event.id),
      requestKey: crypto.randomUUID(),
    }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const typed = await readForm(request, profileForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await submit(context, request, typed, 'meetings.add-participant', (ctx) =>
    addParticipant(ctx, params.missionId, params.eventId, profileWords(typed.value)),
  )
  if (!outcome.ok) return refuseForm(typed.refuse(outcome.problem, fieldOfProfile))
  const participant = { ...params, participantId: outcome.value }
  return redirectWithFlash(href('/missions/:missionId/rendez-vous/:eventId/participants/:participantId', participant), 'created')
}

export default function NewParticipant({ loaderData: { event, circles, requestKey }, actionData, params }: Route.ComponentProps) {
  const { participant: words } = useCatalogue(eventTexts)
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      <Section title={words.newTitle} note={words.newNote}>
        <ProfileForm circles={circles} refusal={actionData} requestKey={requestKey} />
      </Section>
    </>
  )
}
