import { href } from 'react-router'
import { onTheClock } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { noteForm, outcomeForm } from '../schemas/outcome.ts'
import { bareForm } from '../schemas/run.ts'
import { outcomeTexts } from '../texts/outcome-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import { ExchangedContacts } from '../ui/outcome/exchanged-contacts.tsx'
import { LeadNote } from '../ui/outcome/lead-note.tsx'
import { SideForm } from '../ui/outcome/side-form.tsx'
import { keepContacts } from '../usecases/keep-contacts.ts'
import { readOutcome } from '../usecases/read-outcome.ts'
import { tellOutcome, writeNote } from '../usecases/tell-outcome.ts'
import type { Route } from './+types/meeting.ts'

/** One meeting: what both sides say of it, a private note, the contacts exchanged. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { event, ...outcome } = await readOutcome(ctx, params.missionId, params.eventId, params.meetingId)
    return { event: { id: event.id, title: event.title, timeZone: event.timeZone }, ...outcome, requestKey: crypto.randomUUID() }
  })
}

export function action({ context, request, params: { missionId, eventId, meetingId } }: Route.ActionArgs) {
  const to = href('/missions/:missionId/rendez-vous/:eventId/compte-rendu/:meetingId', { missionId, eventId, meetingId })
  return answerForms(context, request, {
    note: carryOut('meetings.note', noteForm, (ctx, note) => writeNote(ctx, missionId, eventId, meetingId, note), { to }),
    keep: carryOut('meetings.keep-contacts', bareForm, (ctx) => keepContacts(ctx, missionId, eventId, meetingId), { to }),
    otherwise: carryOut('meetings.tell-outcome', outcomeForm, (ctx, told) => tellOutcome(ctx, missionId, eventId, meetingId, told), { to }),
  })
}

export default function MeetingPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { event, meeting, sides, state, note, contacts, requestKey } = loaderData
  const texts = useCatalogue(outcomeTexts)
  const locale = useLocale()
  const [one = '', other = ''] = sides.map(({ name }) => name)
  const [begin, end] = [meeting.startsAt, meeting.endsAt].map((instant) => onTheClock({ instant, zone: meeting.timeZone })) as [
    ReturnType<typeof onTheClock>,
    ReturnType<typeof onTheClock>,
  ]
  const together = texts.meetingStates[state ?? 'unknown']
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      <Section
        title={texts.title(one, other)}
        note={texts.lead(
          formatDate(begin.date, locale, 'full'),
          formatTime(begin.time, locale),
          formatTime(end.time, locale),
          meeting.spot,
        )}
        titlePlace="above"
      >
        <p>
          <strong>{typeof together === 'string' ? together : together(one, other)}</strong>
        </p>
      </Section>
      {sides.map((side) => (
        <SideForm key={side.id} side={side} zone={event.timeZone} requestKey={requestKey} refusal={actionData} />
      ))}
      <ExchangedContacts contacts={contacts} requestKey={requestKey} refusal={actionData} />
      <LeadNote note={note} requestKey={requestKey} refusal={actionData} />
    </>
  )
}
