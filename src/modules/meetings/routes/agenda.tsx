import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { zoneName } from '#platform/pure/time-zone.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { loadParticipant } from '../sql/participants.ts'
import { outcomeTexts } from '../texts/outcome-texts.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import { useDayName } from '../ui/use-day-name.ts'
import { openEvent } from '../usecases/open-event.ts'
import { readAgenda } from '../usecases/read-agenda.ts'
import type { Route } from './+types/agenda.ts'

/** The meetings of one company, day by day, on a sheet that prints. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { event } = await openEvent(ctx, params.missionId, params.eventId)
    const participant = found(await loadParticipant(ctx.tx, event.id, params.participantId))
    const { meetings, slots } = await readAgenda(ctx, event, participant.id)
    const rank = new Map(slots.map(({ id }, index) => [id, index]))
    const lines = meetings.flatMap((meeting) => {
      const slot = slots[rank.get(meeting.slotId) ?? -1]
      if (!slot) return []
      const isOne = meeting.oneId === participant.id
      const theirs = meeting.people.filter((person) => person.participantId !== participant.id)
      const ours = meeting.people.filter((person) => person.participantId === participant.id)
      return [{ ...meeting, slot, withWhom: isOne ? meeting.other : meeting.one, theirs, ours }]
    })
    return { event: { id: event.id, title: event.title, timeZone: event.timeZone }, name: participant.name, lines }
  })
}

export default function Agenda({ loaderData: { event, name, lines }, params }: Route.ComponentProps) {
  const { agenda: words } = useCatalogue(eventTexts)
  const outcome = useCatalogue(outcomeTexts)
  const locale = useLocale()
  const nameOf = useDayName()
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      <Section
        title={words.title(name)}
        note={
          lines.some(({ slot }) => slot.city)
            ? words.meetings(lines.length)
            : `${words.meetings(lines.length)}. ${words.lead(zoneName(event.timeZone, locale))}`
        }
        titlePlace="above"
      >
        {lines.length === 0 && <p>{words.none}</p>}
        {[...Map.groupBy(lines, ({ slot }) => slot.date)].map(([date, ofDay]) => (
          <DataTable
            key={date}
            caption={words.caption(ofDay[0] ? nameOf(ofDay[0].slot) : '')}
            rows={ofDay}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'time',
                header: words.time,
                render: ({ slot }) => `${formatTime(slot.from, locale)} – ${formatTime(slot.to, locale)}`,
              },
              { key: 'with', header: words.with, isRowHeader: true, render: ({ withWhom }) => withWhom },
              {
                key: 'their',
                header: words.who,
                render: ({ theirs }) => theirs.map((person) => [person.name, person.job].filter(Boolean).join(', ')).join(' ; '),
              },
              { key: 'where', header: words.where, render: ({ spot, address }) => [spot, address].filter(Boolean).join(', ') },
              {
                key: 'outcome',
                header: outcome.link,
                headerHidden: true,
                render: ({ id, withWhom }) => (
                  <Link
                    to={href('/missions/:missionId/rendez-vous/:eventId/compte-rendu/:meetingId', { ...params, meetingId: id })}
                    aria-label={outcome.linkOf(withWhom)}
                  >
                    {outcome.link}
                  </Link>
                ),
              },
              { key: 'along', header: words.along, render: ({ along }) => along.join(', ') },
            ]}
          />
        ))}
      </Section>
    </>
  )
}
