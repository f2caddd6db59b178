import { Link, href } from 'react-router'
import { formatTime } from '#platform/pure/local-time.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Select } from '#ui/select.tsx'
import { type DeskMeeting, type DeskPerson, type Substitute, freeSpots, substitutesFor } from '../../domain/desk.ts'
import { deskTexts } from '../../texts/desk-texts.ts'
import { outcomeTexts } from '../../texts/outcome-texts.ts'
import styles from './desk.module.css'
import { clockOf, namesOf, peopleAt, useDesk } from './desk-view.ts'
import { MeetingOutcome } from './meeting-outcome.tsx'
import { SayForm } from './say-form.tsx'

/** One meeting at the desk: where, who has come, and what may change. */
export function MeetingCard({ meeting }: { meeting: DeskMeeting }) {
  const words = useCatalogue(deskTexts)
  const outcome = useCatalogue(outcomeTexts)
  const { desk, mayOrganise, params } = useDesk()
  const name = namesOf(desk)
  const pair = words.between(name(meeting.oneId), name(meeting.otherId))
  const people = peopleAt(desk, meeting)
  const along = desk.resources.filter(({ id }) => meeting.people.includes(id))
  return (
    <li className={styles.card}>
      <h3 className={styles.where}>
        <span className={styles.spot}>{name(meeting.spotId)}</span> {pair}
      </h3>
      <ul className={styles.people}>
        {people.map((person) => (
          <PersonLine key={person.id} person={person} place={meeting.id} />
        ))}
        {along.map((resource) => (
          <li key={resource.id}>{resource.name}</li>
        ))}
      </ul>
      <MeetingOutcome meeting={meeting} />
      <Link
        to={href('/missions/:missionId/rendez-vous/:eventId/compte-rendu/:meetingId', { ...params, meetingId: meeting.id })}
        reloadDocument
        aria-label={outcome.linkOf(pair)}
      >
        {outcome.link}
      </Link>
      {mayOrganise && (
        <details className={styles.more}>
          <summary aria-label={words.change.titleOf(pair)}>{words.change.title}</summary>
          <MoveForm meeting={meeting} />
          {people.map((person) => (
            <SwapForm key={person.id} meeting={meeting} person={person} />
          ))}
        </details>
      )}
    </li>
  )
}

/** Somebody who is expected, and whether they have come. `place` keeps the ids of forms apart. */
export function PersonLine({ person, place }: { person: DeskPerson; place: string }) {
  const { person: words } = useCatalogue(deskTexts)
  const { desk } = useDesk()
  const locale = useLocale()
  const since = desk.arrived[person.id]
  const company = namesOf(desk)(person.participantId)
  return (
    <li className={styles.person}>
      <span>{words.of(person.name, company)}</span>
      {since ? (
        <span className={styles.arrived}>
          {words.since(formatTime(clockOf(desk, since), locale))}
          <SayForm
            id={`undo-${place}-${person.id}`}
            said={{ kind: 'undo', personId: person.id, day: desk.day }}
            label={words.undo}
            spoken={words.undoOf(person.name)}
            kind="quiet"
          />
        </span>
      ) : (
        <SayForm
          id={`here-${place}-${person.id}`}
          said={{ kind: 'arrival', personId: person.id, day: desk.day }}
          label={words.here}
          spoken={words.hereOf(person.name)}
        />
      )}
    </li>
  )
}

function MoveForm({ meeting }: { meeting: DeskMeeting }) {
  const { change } = useCatalogue(deskTexts)
  const { desk } = useDesk()
  const free = freeSpots(desk, meeting.slotId)
  if (free.length === 0) return <p>{change.noTable}</p>
  return (
    <SayForm
      id={`move-${meeting.id}-${meeting.spotId}`}
      key={meeting.spotId}
      said={{ kind: 'move', meetingId: meeting.id, fromSpotId: meeting.spotId }}
      label={change.move}
    >
      <Select name="spotId" label={change.table} options={free.map(({ id, name }) => ({ value: id, label: name }))} required />
    </SayForm>
  )
}

function SwapForm({ meeting, person }: { meeting: DeskMeeting; person: DeskPerson }) {
  const { change } = useCatalogue(deskTexts)
  const { desk } = useDesk()
  const name = namesOf(desk)
  const labelOf = ({ person: other, conflict }: Substitute) => {
    if (conflict === null) return change.free(other.name)
    if (conflict === 'away') return change.away(other.name)
    return change.busy(other.name, name(conflict.oneId === other.participantId ? conflict.otherId : conflict.oneId))
  }
  const options = substitutesFor(desk, meeting, person.id).map((substitute) => ({
    value: substitute.person.id,
    label: labelOf(substitute),
    disabled: substitute.conflict !== null && substitute.conflict !== 'away',
  }))
  if (options.length === 0) return null
  return (
    <SayForm id={`swap-${meeting.id}-${person.id}`} said={{ kind: 'swap', meetingId: meeting.id, fromId: person.id }} label={change.swap}>
      <Select name="toId" label={change.person(person.name)} options={options} required />
    </SayForm>
  )
}
