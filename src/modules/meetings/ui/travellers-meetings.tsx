import { Link, href } from 'react-router'
import { onTheClock } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import type { TravellersMeeting } from '../domain/blocked.ts'
import { outcomeTexts } from '../texts/outcome-texts.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'

/** The one-to-one meetings of somebody who travels, beside their programme. Nothing when they have none. */
export function TravellersMeetings({ meetings }: { meetings: readonly TravellersMeeting[] }) {
  const { agenda, runs } = useCatalogue(eventTexts)
  const { programme: words } = useCatalogue(planTexts)
  const outcome = useCatalogue(outcomeTexts)
  const locale = useLocale()
  if (meetings.length === 0) return null
  return (
    <Section title={words.meetings} note={words.meetingsNote} titlePlace="above">
      <DataTable
        caption={words.meetings}
        captionHidden
        rows={meetings}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'time',
            header: agenda.time,
            render: ({ startsAt, endsAt, timeZone: zone }) => {
              const { date, time } = onTheClock({ instant: startsAt, zone })
              const until = onTheClock({ instant: endsAt, zone }).time
              return words.when(formatDate(date, locale, 'short'), formatTime(time, locale), formatTime(until, locale))
            },
          },
          { key: 'pair', header: agenda.with, isRowHeader: true, render: ({ one, other }) => runs.between(one, other) },
          { key: 'where', header: agenda.where, render: ({ spot, address }) => [spot, address].filter(Boolean).join(', ') },
          {
            key: 'outcome',
            header: outcome.link,
            headerHidden: true,
            render: ({ id, missionId, eventId, one, other }) => (
              <Link
                to={href('/missions/:missionId/rendez-vous/:eventId/compte-rendu/:meetingId', { missionId, eventId, meetingId: id })}
                aria-label={outcome.linkOf(runs.between(one, other))}
              >
                {outcome.link}
              </Link>
            ),
          },
        ]}
      />
    </Section>
  )
}
