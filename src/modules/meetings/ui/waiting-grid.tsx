import { Link } from 'react-router'
import { formatTime } from '#platform/pure/local-time.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import type { BlockedCell } from '../domain/blocked.ts'
import { eventTexts } from '../texts/event-texts.ts'
import styles from './board-grid.module.css'
import { DayGrid } from './day-grid.tsx'
import type { ShownMeeting } from './board-grid.tsx'
import type { ShownSlot } from '../domain/shown-slots.ts'
import { type ItemTitles, useBlockedWords } from './use-blocked-words.ts'

type WaitingGridProps = {
  caption: string
  slots: readonly ShownSlot[]
  participants: readonly { readonly id: string; readonly name: string }[]
  meetings: readonly ShownMeeting[]
  /** What the programme of the mission takes from each, and the titles of its items. */
  blocked: readonly BlockedCell[]
  titles: ItemTitles
  agendaOf: (participantId: string) => string
}

/** One day: a line a company, a column a slot; a slot between two meetings in which nobody meets them is a wait, and says so. */
export function WaitingGrid({ caption, slots, participants, meetings, blocked, titles, agendaOf }: WaitingGridProps) {
  const { board: words, participants: people } = useCatalogue(eventTexts)
  const locale = useLocale()
  const { cellWords } = useBlockedWords(titles)
  const ofDay = new Set(slots.map(({ id }) => id))
  const taken = new Map(blocked.filter(({ slotId }) => ofDay.has(slotId)).map((cell) => [`${cell.participantId} ${cell.slotId}`, cell]))
  const isTaken = new Set([...taken.values()].map(({ participantId }) => participantId))
  const met = meetings.filter(({ slotId }) => ofDay.has(slotId))
  const meetingsOf = Map.groupBy(
    met.flatMap((meeting) => [meeting.oneId, meeting.otherId].map((who) => ({ who, meeting }))),
    ({ who }) => who,
  )
  const rows = participants.flatMap(({ id, name }) => {
    const own = new Map(meetingsOf.get(id)?.map(({ meeting }) => [meeting.slotId, meeting]))
    const busy = slots.map((slot) => own.get(slot.id))
    const [first, last] = [busy.findIndex(Boolean), busy.findLastIndex(Boolean)]
    return first < 0 && !isTaken.has(id) ? [] : [{ id, name, busy, first, last }]
  })
  return (
    <DayGrid caption={caption} corner={people.name} columns={slots.map(({ id, from }) => ({ id, header: formatTime(from, locale) }))}>
      {rows.map(({ id, name, busy, first, last }) => (
        <tr key={id}>
          <th scope="row">
            <Link to={agendaOf(id)}>{name}</Link>
          </th>
          {busy.map((meeting, index) => {
            const slotId = slots[index]?.id ?? ''
            const cell = taken.get(`${id} ${slotId}`)
            const isWait = !meeting && index > first && index < last
            return (
              <td key={slotId} className={meeting ? styles.held : cell ? styles.taken : isWait ? styles.waiting : styles.free}>
                {meeting && (meeting.oneId === id ? meeting.other : meeting.one)}
                {cell && <span className={styles.along}>{cellWords(cell)}</span>}
                {!meeting && !cell && (isWait ? words.waiting : <VisuallyHidden>{words.free}</VisuallyHidden>)}
              </td>
            )
          })}
        </tr>
      ))}
    </DayGrid>
  )
}
