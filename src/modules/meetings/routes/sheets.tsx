import { Link, href } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { zoneName } from '#platform/pure/time-zone.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { type SheetKind, sheetKinds, sheetsOf } from '../domain/sheets.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import styles from '../ui/sheets.module.css'
import { useDayName } from '../ui/use-day-name.ts'
import { openEvent } from '../usecases/open-event.ts'
import { readAgenda } from '../usecases/read-agenda.ts'
import type { Route } from './+types/sheets.ts'

/** The plan in force as sheets to print: one for each table, each company or each day, each on a page of its own. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { event } = await openEvent(ctx, params.missionId, params.eventId)
    const asked = new URL(request.url).searchParams.get('par')
    const kind: SheetKind = sheetKinds.find((known) => known === asked) ?? 'table'
    const { meetings, slots, spots, participants } = await readAgenda(ctx, event)
    const names: Record<string, string> = {}
    for (const { id, name } of [...spots, ...participants]) names[id] = name
    return {
      event: { id: event.id, title: event.title, timeZone: event.timeZone },
      kind,
      sheets: sheetsOf(kind, meetings, { slots, spots, participants }),
      slots,
      names,
    }
  })
}

export default function Sheets({ loaderData: { event, kind, sheets, slots, names }, params }: Route.ComponentProps) {
  const { agenda, board } = useCatalogue(eventTexts)
  const { sheets: words, rules } = useCatalogue(planTexts)
  const locale = useLocale()
  const slotOf = new Map(slots.map((slot) => [slot.id, slot]))
  const nameOf = useDayName()
  const zonesOf = (meetings: readonly { readonly slotId: string }[]) =>
    words.zones([...new Set(meetings.flatMap(({ slotId }) => slotOf.get(slotId)?.zone ?? []))].map((zone) => zoneName(zone, locale)))
  const titleOf = (id: string) => {
    const slot = kind === 'day' ? slots.find(({ date }) => date === id) : undefined
    return slot ? nameOf(slot) : (names[id] ?? '')
  }
  const when = (slotId: string) => {
    const slot = slotOf.get(slotId)
    if (!slot) return ''
    const hours = words.hours(formatTime(slot.from, locale), formatTime(slot.to, locale))
    if (kind === 'day') return hours
    const day = formatDate(slot.date, locale, 'short')
    return words.dayAndHours(slot.city ? words.dayIn(day, pick(slot.city, locale).text) : day, hours)
  }
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      <nav className={styles.choice} aria-label={words.label} data-print="no">
        {sheetKinds.map((each) => (
          <Link
            key={each}
            aria-current={each === kind ? 'page' : undefined}
            to={`${href('/missions/:missionId/rendez-vous/:eventId/feuilles', params)}?par=${each}`}
          >
            {words.kinds[each]}
          </Link>
        ))}
      </nav>
      {sheets.length === 0 && <EmptyState title={words.title}>{board.empty}</EmptyState>}
      {sheets.map(({ id, meetings }) => (
        <div key={id} className={styles.sheet}>
          <Section title={titleOf(id)} note={words.note(meetings.length, zonesOf(meetings))} titlePlace="above">
            <DataTable
              caption={words.caption(titleOf(id))}
              captionHidden
              rows={meetings}
              rowKey={({ id: meetingId }) => meetingId}
              columns={[
                { key: 'time', header: agenda.time, render: ({ slotId }) => when(slotId) },
                {
                  key: 'with',
                  header: kind === 'company' ? agenda.with : words.meeting,
                  isRowHeader: true,
                  render: ({ oneId, one, other }) => (kind === 'company' ? (oneId === id ? other : one) : rules.meeting(one, other)),
                },
                {
                  key: 'people',
                  header: agenda.who,
                  isLong: true,
                  render: ({ people, along }) => [...people.map(({ name }) => name), ...along].join(', '),
                },
                ...(kind === 'table'
                  ? []
                  : [
                      {
                        key: 'where',
                        header: agenda.where,
                        render: ({ spot, address }: (typeof meetings)[number]) => [spot, address].filter(Boolean).join(', '),
                      },
                    ]),
              ]}
            />
          </Section>
        </div>
      ))}
    </>
  )
}
