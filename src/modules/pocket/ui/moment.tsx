import { useId } from 'react'
import { onTheClock } from '#platform/pure/instant.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { pick } from '#platform/pure/localized.ts'
import { zoneName } from '#platform/pure/time-zone.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { typedText } from '#ui/outbox/typed-text.ts'
import { Tag } from '#ui/tag.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { noteShown, presenceShown } from '../domain/offline.ts'
import { formKey, presences } from '../domain/entry.ts'
import { pocketTexts } from '../texts.ts'
import type { ShownMeeting, ShownMoment } from '../usecases/read-pocket.ts'
import { EntryForm } from './entry-form.tsx'
import styles from './pocket-page.module.css'
import type { Writing } from './writing.ts'

/** One moment: when on the clocks of the place, what, where, and what to know. */
export function MomentFacts({ item, withZone = false }: { item: ShownMoment | ShownMeeting; withZone?: boolean }) {
  const { programme } = useCatalogue(pocketTexts)
  const locale = useLocale()
  const title = pick(item.title, locale)
  const times = [item.startsAt, item.endsAt]
    .map((instant) => formatTime(onTheClock({ instant, zone: item.timeZone }).time, locale))
    .join(' – ')
  return (
    <>
      <p className={styles.time}>
        {times} {withZone && <span className={styles.zone}>({zoneName(item.timeZone, locale)})</span>}
      </p>
      <p className={item.state === 'cancelled' ? `${styles.title} ${styles.cancelled}` : styles.title} lang={title.language}>
        {title.text}
      </p>
      <p className={styles.facts}>
        {'met' in item
          ? [programme.meeting, item.spot, pick(item.city, locale).text].filter(Boolean).join(' · ')
          : [item.typeLabel, item.venue && pick(item.venue.name, locale).text, item.attendance === 'optional' && programme.optional]
              .filter(Boolean)
              .join(' · ')}
      </p>
      {item.state !== 'confirmed' && (
        <p>
          <Tag tone={item.state === 'cancelled' ? 'danger' : 'warning'}>
            {item.state === 'cancelled' ? programme.cancelled : programme.mayChange}
          </Tag>
        </p>
      )}
    </>
  )
}

/** A one-to-one meeting: it is no moment of the release, and what became of it is told elsewhere. */
export function Meeting({ meeting }: { meeting: ShownMeeting }) {
  return (
    <li className={styles.moment}>
      <MomentFacts item={meeting} />
      {meeting.address && <p className={styles.facts}>{meeting.address}</p>}
    </li>
  )
}

/** The same with what one says and writes of it. */
export function Moment({ item, writing }: { item: ShownMoment; writing: Writing }) {
  const texts = useCatalogue(pocketTexts)
  const locale = useLocale()
  const id = useId().replaceAll(/[^\w-]/g, '')
  const { entries, pocket, syncedAt, entryKey, keep } = writing
  const { programme } = texts
  const presence = presenceShown(item.id, { attendance: pocket.attendance, at: syncedAt }, entries)
  const note = noteShown(item.id, pocket.notes, entries)
  const name = pick(item.title, locale).text
  return (
    <li className={styles.moment}>
      <MomentFacts item={item} />
      <details className={styles.more}>
        <summary>
          {programme.details}
          <VisuallyHidden> – {name}</VisuallyHidden>
          {presence && <span className={styles.facts}> · {texts.presences[presence]}</span>}
        </summary>
        {item.details.map(({ label, words }) => (
          <p key={label} className={styles.detail}>
            <strong>{label}</strong> {words}
          </p>
        ))}
        {item.state !== 'cancelled' && (
          <EntryForm
            id={`${id}-presence`}
            kind="attendance"
            entryKey={formKey(entryKey, 'attendance', item.id)}
            keep={
              keep &&
              ((form) =>
                keep({ kind: 'attendance', itemId: item.id, presence: form.get('presence') === 'there' ? 'there' : 'not_there' }, name))
            }
          >
            <HiddenField name="itemId" value={item.id} />
            <fieldset>
              <legend className={styles.legend}>{programme.attendance}</legend>
              <div className={styles.buttons}>
                {presences.map((value) => (
                  <Button
                    key={value}
                    name="presence"
                    value={value}
                    aria-pressed={presence === value}
                    icon={presence === value ? 'check' : undefined}
                  >
                    {texts.presences[value]}
                  </Button>
                ))}
              </div>
            </fieldset>
          </EntryForm>
        )}
        <NoteForm id={`${id}-note`} itemId={item.id} about={name} note={note} writing={writing} />
      </details>
    </li>
  )
}

type NoteFormProps = {
  id: string
  itemId: string | null
  about: string
  note: { readonly body: string; readonly version: number }
  writing: Writing
}

/** The key makes the field begin again when the note was changed elsewhere. */
export function NoteForm({ id, itemId, about, note, writing: { entryKey, keep } }: NoteFormProps) {
  const { programme } = useCatalogue(pocketTexts)
  return (
    <EntryForm
      id={id}
      kind="note"
      entryKey={formKey(entryKey, 'note', itemId)}
      keep={keep && ((form) => keep({ kind: 'note', itemId, body: typedText(form, 'body'), version: note.version }, about))}
    >
      <HiddenField name="itemId" value={itemId ?? ''} />
      <HiddenField name="version" value={note.version} />
      <TextArea
        key={note.body}
        name="body"
        label={programme.note}
        hint={programme.noteHint}
        rows={3}
        maxLength={20_000}
        defaultValue={note.body}
      />
      <div className={styles.buttons}>
        <Button>{programme.keepNote}</Button>
      </div>
    </EntryForm>
  )
}
