import { formatTime } from '#platform/pure/local-time.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { eventTexts } from '../texts/event-texts.ts'
import styles from './board-grid.module.css'
import { DayGrid } from './day-grid.tsx'
import type { ShownSlot } from './slot-boxes.tsx'

export type ShownMeeting = {
  readonly id: string
  readonly oneId: string
  readonly otherId: string
  readonly one: string
  readonly other: string
  readonly slotId: string
  readonly spotId: string
  readonly spot: string
  readonly isLocked: boolean
  readonly along: readonly string[]
}

type BoardGridProps = {
  caption: string
  slots: readonly ShownSlot[]
  spots: readonly { readonly id: string; readonly name: string }[]
  meetings: readonly ShownMeeting[]
  mayLock: boolean
  requestKey: string
}

/** One day: a line a slot, a column a place. A gap between two stretches is a gap between two lines. */
export function BoardGrid({ caption, slots, spots, meetings, mayLock, requestKey }: BoardGridProps) {
  const { board: words } = useCatalogue(eventTexts)
  const locale = useLocale()
  const at = new Map(meetings.map((meeting) => [`${meeting.slotId} ${meeting.spotId}`, meeting]))
  return (
    <DayGrid caption={caption} corner={words.slot} columns={spots.map(({ id, name }) => ({ id, header: name }))}>
      {slots.map((slot, index) => (
        <tr key={slot.id} className={index > 0 && slots[index - 1]?.stretch !== slot.stretch ? styles.afterBreak : undefined}>
          <th scope="row">{formatTime(slot.from, locale)}</th>
          {spots.map(({ id }) => {
            const meeting = at.get(`${slot.id} ${id}`)
            return (
              <td key={id} className={meeting ? styles.held : styles.free}>
                {meeting ? (
                  <>
                    <span className={styles.name}>{meeting.one}</span>
                    <span className={styles.name}>{meeting.other}</span>
                    {meeting.along.length > 0 && <span className={styles.along}>{meeting.along.join(', ')}</span>}
                    {mayLock ? (
                      <LockForm meeting={meeting} requestKey={requestKey} />
                    ) : (
                      meeting.isLocked && <span className={styles.along}>{words.locked}</span>
                    )}
                  </>
                ) : (
                  <VisuallyHidden>{words.free}</VisuallyHidden>
                )}
              </td>
            )
          })}
        </tr>
      ))}
    </DayGrid>
  )
}

function LockForm({ meeting: { id, one, other, isLocked }, requestKey }: { meeting: ShownMeeting; requestKey: string }) {
  const { board: words } = useCatalogue(eventTexts)
  const name = `${one} – ${other}`
  return (
    <Form id={`lock-${id}`} requestKey={requestKey} layout="row">
      <HiddenField name="meetingId" value={id} />
      <HiddenField name="isLocked" value={isLocked ? 'no' : 'yes'} />
      <button className={styles.lock} data-print="no" aria-label={isLocked ? words.unlockOf(name) : words.lockOf(name)}>
        {isLocked ? words.unlock : words.lock}
      </button>
    </Form>
  )
}
