import { formatTime } from '#platform/pure/local-time.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { type DeskSlot, lateAt, meetingsAt, nextSlot } from '../../domain/desk.ts'
import { deskTexts } from '../../texts/desk-texts.ts'
import styles from './desk.module.css'
import { namesOf, peopleAt, useDesk } from './desk-view.ts'
import { MeetingCard, PersonLine } from './meeting-card.tsx'

/** The meetings of the slot that is shown, and those that come. */
export function ShownSlot() {
  const { slot: words } = useCatalogue(deskTexts)
  const { desk, shown } = useDesk()
  const locale = useLocale()
  if (!shown) return null
  const next = nextSlot(desk, shown.id)
  return (
    <>
      <SlotMeetings id="rendez-vous" slot={shown} title={words.now(formatTime(shown.from, locale), formatTime(shown.to, locale))} />
      {next && <SlotMeetings id="ensuite" slot={next} title={words.next(formatTime(next.from, locale), formatTime(next.to, locale))} />}
    </>
  )
}

function SlotMeetings({ id, slot, title }: { id: string; slot: DeskSlot; title: string }) {
  const { slot: words } = useCatalogue(deskTexts)
  const { desk } = useDesk()
  const meetings = meetingsAt(desk, slot.id)
  const expected = meetings.flatMap((meeting) => peopleAt(desk, meeting))
  const arrived = expected.filter((person) => desk.arrived[person.id])
  return (
    <Section title={title} id={id} note={words.note(meetings.length, arrived.length, expected.length)} titlePlace="above">
      {meetings.length === 0 && <p>{words.none}</p>}
      <ul className={styles.cards}>
        {meetings.map((meeting) => (
          <MeetingCard key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    </Section>
  )
}

/** Who is expected at the slot shown and has not come. */
export function LateList() {
  const { late: words } = useCatalogue(deskTexts)
  const { desk, shown, now } = useDesk()
  if (!shown) return null
  const name = namesOf(desk)
  const late = lateAt(desk, shown, now)
  return (
    <Section title={words.title} id="attendus" titlePlace="above">
      {late.length === 0 && <p>{words.none}</p>}
      <ul className={styles.list}>
        {late.map(({ person, meeting, minutes }) => (
          <li key={person.id} className={styles.late}>
            <ul className={styles.people}>
              <PersonLine person={person} place="late" />
            </ul>
            <p className={styles.facts}>
              <strong>{words.since(minutes)}</strong>{' '}
              {words.at(name(meeting.spotId), name(meeting.oneId === person.participantId ? meeting.otherId : meeting.oneId))}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
