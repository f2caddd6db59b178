import type { SyntheticEvent } from 'react'
import { type Instant, type Zoned, formatZoned } from '#platform/pure/instant.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { CodeReader } from '#ui/code-reader/code-reader.tsx'
import { DataTable } from '#ui/data-table.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useKeptPage } from '#ui/kept-page/use-kept-page.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { QueueState } from '#ui/outbox/queue-state.tsx'
import { typedText } from '#ui/outbox/typed-text.ts'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useHydrated } from '#ui/use-hydrated.ts'
import { type SaidPresence, withKept } from '../domain/kept-presence.ts'
import { departureTexts, problemText } from '../texts.ts'
import { type PresenceQueue, usePresenceQueue } from './use-presence-queue.ts'

type Person = { readonly id: string; readonly name: string; readonly organisationName: string; readonly notedAt: Instant | null }

type CheckInBoardProps = {
  people: readonly Person[]
  zone: TimeZone
  /** When the server told all this. */
  toldAt: Instant
  requestKey: string
  /** Where what is noted leaves for, and whose it is. */
  address: string
  owner: string
  values: FieldValues | undefined
  errors: FieldErrors | undefined
}

/** The door of one moment. Without a script its forms work like any other; with one, what is noted is kept on the device at once, and goes on without a network. */
export function CheckInBoard({ people: told, zone, toldAt, requestKey, address, owner, values, errors }: CheckInBoardProps) {
  const words = useCatalogue(departureTexts).attendance
  const locale = useLocale()
  const isHydrated = useHydrated()
  const queue = usePresenceQueue(address, owner)
  useKeptPage(toldAt)
  const people = withKept(told, queue.entries)
  const present = people.filter(({ notedAt }) => notedAt !== null)
  const onSubmit = (event: SyntheticEvent<HTMLElement>) => {
    const said = event.target instanceof HTMLFormElement ? saidOf(event.target, event.nativeEvent as SubmitEvent) : null
    if (said === null && queue.isOnline) return
    event.preventDefault()
    event.stopPropagation()
    if (said === null) return
    queue.say(said)
    if ('code' in said && event.target instanceof HTMLFormElement) event.target.reset()
  }
  return (
    <div onSubmitCapture={isHydrated ? onSubmit : undefined}>
      <Section title={words.badge} onPaper={false}>
        <Noted queue={queue} toldAt={{ instant: toldAt, zone }} nameOf={(id) => people.find((person) => person.id === id)?.name ?? ''} />
        <CodeReader formId="scan" field="code" />
        <Form id="scan" requestKey={requestKey} values={values} errors={errors}>
          <TextField name="code" label={words.code} hint={words.codeHint} autoComplete="off" spellCheck={false} maxLength={40} />
          <Actions>
            <Button kind="main">{words.noteIt}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={words.list} note={words.counted(present.length, people.length)} titlePlace="above">
        <Form id="list" requestKey={requestKey}>
          <HiddenField name="way" value="list" />
          <DataTable
            caption={words.listCaption}
            captionHidden
            rows={people}
            rowKey={({ id }) => id}
            narrow="keep"
            columns={[
              { key: 'name', header: words.person, render: ({ name }) => name },
              { key: 'partner', header: words.partner, render: ({ organisationName }) => organisationName },
              {
                key: 'present',
                header: words.present,
                render: ({ id, name, notedAt }) =>
                  notedAt === null ? (
                    <Button name="memberId" value={id} aria-label={words.notePerson(name)}>
                      {words.here}
                    </Button>
                  ) : (
                    <>
                      {formatZoned({ instant: notedAt, zone }, locale, 'time')}{' '}
                      <Button kind="quiet" name="undo" value={id} aria-label={words.undoPerson(name)}>
                        {words.undo}
                      </Button>
                    </>
                  ),
              },
            ]}
          />
        </Form>
      </Section>
    </div>
  )
}

/** What a form of the page says; null when it says nothing yet. */
function saidOf(form: HTMLFormElement, { submitter }: SubmitEvent): SaidPresence | null {
  const typed = new FormData(form, submitter)
  const [code, memberId, undo] = [typedText(typed, 'code'), typedText(typed, 'memberId'), typedText(typed, 'undo')]
  if (undo) return { undo }
  if (memberId) return { memberId }
  return code ? { code } : null
}

/** Whether there is a network, what waits for it, who was noted last, and what was refused. */
function Noted({ queue, toldAt, nameOf }: { queue: PresenceQueue; toldAt: Zoned; nameOf: (id: string) => string }) {
  const texts = useCatalogue(departureTexts)
  const words = texts.attendance
  const refused = queue.entries.filter(({ state }) => state === 'refused')
  const last = queue.entries.findLast(({ state, said }) => state === 'sent' && !('undo' in said))
  const whom = (said: SaidPresence) => ('code' in said ? said.code : nameOf('undo' in said ? said.undo : said.memberId))
  return (
    <div aria-live="polite">
      <QueueState {...queue} toldAt={toldAt} />
      {last?.memberId && <Notice tone="success" title={words.isPresent(nameOf(last.memberId))} />}
      {refused.map(({ key, said, code = 'unknown' }) => (
        <Notice key={key} tone="danger" title={words.refused(whom(said), problemText(texts, code))}>
          <Button type="button" kind="quiet" onClick={() => queue.putAway(key)}>
            {words.putAway}
          </Button>
        </Notice>
      ))}
    </div>
  )
}
