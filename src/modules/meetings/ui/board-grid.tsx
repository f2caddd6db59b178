import { Link } from 'react-router'
import { formatTime } from '#platform/pure/local-time.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { classNames } from '#ui/class-names.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { eventTexts } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import styles from './board-grid.module.css'
import { DayGrid } from './day-grid.tsx'
import type { ShownSlot } from '../domain/shown-slots.ts'
import { type BoardAddress, useBoardMove } from './use-board-move.ts'

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
  /** What somebody else changed while one looks on. */
  changed: ReadonlySet<string>
  /** For those who place by hand: where a move is previewed. */
  hand?: { readonly addressOf: BoardAddress; readonly requestKey: string } | undefined
}

/** One day: a line a slot, a column a place. A gap between two stretches is a gap between two lines. */
export function BoardGrid({ caption, slots, spots, meetings, changed, hand }: BoardGridProps) {
  const { board: words } = useCatalogue(eventTexts)
  const locale = useLocale()
  const move = useBoardMove(hand?.addressOf, { slots, spots })
  const at = new Map(meetings.map((meeting) => [`${meeting.slotId} ${meeting.spotId}`, meeting]))
  return (
    <DayGrid caption={caption} corner={words.slot} columns={spots.map(({ id, name }) => ({ id, header: name }))}>
      {slots.map((slot, index) => (
        <tr key={slot.id} className={index > 0 && slots[index - 1]?.stretch !== slot.stretch ? styles.afterBreak : undefined}>
          <th scope="row">{formatTime(slot.from, locale)}</th>
          {spots.map(({ id }) => {
            const meeting = at.get(`${slot.id} ${id}`)
            return (
              <td
                key={id}
                className={classNames(
                  meeting ? styles.held : styles.free,
                  meeting && changed.has(meeting.id) && styles.changed,
                  move.target === `${slot.id} ${id}` && styles.target,
                )}
                {...move.cellProps(slot.id, id)}
              >
                {meeting ? (
                  <div {...move.meetingProps(meeting)}>
                    <span className={styles.name}>{meeting.one}</span>
                    <span className={styles.name}>{meeting.other}</span>
                    {meeting.along.length > 0 && <span className={styles.along}>{meeting.along.join(', ')}</span>}
                    {meeting.isLocked && <span className={styles.along}>{words.locked}</span>}
                    {hand && <HandTools meeting={meeting} {...hand} linkProps={move.linkProps(meeting)} />}
                  </div>
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

type HandToolsProps = {
  meeting: ShownMeeting
  addressOf: BoardAddress
  requestKey: string
  linkProps: ReturnType<ReturnType<typeof useBoardMove>['linkProps']>
}

/** Moves, or locks and unlocks: a locked meeting is unlocked before it moves. */
function HandTools({ meeting, addressOf, requestKey, linkProps }: HandToolsProps) {
  const { board: words } = useCatalogue(eventTexts)
  const { byHand, rules } = useCatalogue(planTexts)
  const { id, one, other, oneId, otherId, isLocked } = meeting
  const name = rules.meeting(one, other)
  return (
    <div className={styles.tools} data-print="no">
      {!isLocked && (
        <Link to={addressOf({ one: oneId, other: otherId })} aria-label={byHand.moveOf(name)} {...linkProps}>
          {byHand.moveLink}
        </Link>
      )}
      <Form id={`lock-${id}`} requestKey={requestKey} layout="row">
        <HiddenField name="meetingId" value={id} />
        <HiddenField name="isLocked" value={isLocked ? 'no' : 'yes'} />
        <button className={styles.lock} aria-label={isLocked ? words.unlockOf(name) : words.lockOf(name)}>
          {isLocked ? words.unlock : words.lock}
        </button>
      </Form>
    </div>
  )
}
