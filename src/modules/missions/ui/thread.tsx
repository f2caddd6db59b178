import type { Instant } from '#platform/pure/instant.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { ZonedTime } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Icon } from '#ui/icons.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { Timeline, type TimelineEntry } from '#ui/timeline.tsx'
import { type Message, decideEdit } from '../domain/message.ts'
import { messageTexts } from '../texts/message-texts.ts'
import styles from './thread.module.css'

type Refusal = { readonly values: FieldValues; readonly errors: FieldErrors | undefined } | undefined

type ThreadProps = {
  messages: readonly Message[]
  label: string
  ownAccountId: string | null
  now: Instant
  /** The reader's own: each moment is told in it, by name. */
  zone: TimeZone
  refusal: Refusal
}

/** What was said about one object. Each message says who reads it: a drawing, a word and a sentence; colour only repeats them. */
export function Thread({ messages, label, ownAccountId, now, zone, refusal }: ThreadProps) {
  const words = useCatalogue(messageTexts)
  if (messages.length === 0) return <p>{words.none}</p>
  return (
    <Timeline
      label={label}
      entries={messages.map((message): TimelineEntry => ({
        key: message.id,
        when: <ZonedTime instant={message.writtenAt} zone={zone} />,
        title: `${message.authorName}, ${message.organisationName}`,
        by: <Readers message={message} />,
        children: (
          <>
            <Words message={message} />
            {ownAccountId !== null && message.authorId === ownAccountId && !message.retractedAt && (
              <OwnMessage message={message} now={now} refusal={refusal?.values.messageId === message.id ? refusal : undefined} />
            )}
          </>
        ),
      }))}
    />
  )
}

function Readers({ message: { isShared, organisationName } }: { message: Message }) {
  const words = useCatalogue(messageTexts)
  return (
    <>
      <Tag tone={isShared ? 'info' : 'warning'}>
        <Icon name={isShared ? 'globe' : 'lock'} /> {isShared ? words.sharedTag : words.privateTag}
      </Tag>{' '}
      {isShared ? words.sharedNote : words.privateNote(organisationName)}
    </>
  )
}

function Words({ message: { body, editedAt } }: { message: Message }) {
  const words = useCatalogue(messageTexts)
  if (body === null) return <p>{words.retracted}</p>
  return (
    <>
      <p className={styles.words}>{body}</p>
      {editedAt && <p>({words.edited})</p>}
    </>
  )
}

function OwnMessage({ message, now, refusal }: { message: Message; now: Instant; refusal: Refusal }) {
  const words = useCatalogue(messageTexts)
  return (
    <>
      {decideEdit(message, now).ok && (
        <details open={refusal !== undefined}>
          <summary>{words.edit}</summary>
          <Form id={`edit-${message.id}`} version={message.version} values={refusal?.values} errors={refusal?.errors}>
            <HiddenField name="intent" value="edit" />
            <HiddenField name="messageId" value={message.id} />
            <TextArea name="body" label={words.editTitle} required rows={3} maxLength={5000} defaultValue={message.body ?? ''} />
            <Actions>
              <Button>{words.saveEdit}</Button>
            </Actions>
          </Form>
        </details>
      )}
      <Form layout="row" id={`retract-${message.id}`}>
        <HiddenField name="intent" value="retract" />
        <Button kind="quiet" name="messageId" value={message.id} aria-label={words.retractOf((message.body ?? '').slice(0, 40))}>
          {words.retract}
        </Button>
      </Form>
    </>
  )
}

/** Two forms, never one with a switch: each says by name who will read what is written in it, and its button repeats it. */
export function MessageForms({
  organisationName,
  readers,
  requestKeys,
  refusal,
}: {
  organisationName: string
  /** Partners that would read a shared message; null where nothing may be said to them. */
  readers: readonly string[] | null
  requestKeys: readonly [own: string, partners: string]
  refusal: Refusal
}) {
  const words = useCatalogue(messageTexts)
  const refusalOf = (mode: string) => (refusal?.values.readers === mode ? refusal : undefined)
  return (
    <>
      <MessageForm
        mode="own"
        title={words.privateForm}
        note={words.privateFormNote(organisationName)}
        send={words.privateSend(organisationName)}
        requestKey={requestKeys[0]}
        refusal={refusalOf('own')}
      />
      {readers ? (
        <MessageForm
          mode="partners"
          title={words.sharedForm}
          note={words.sharedFormNote(readers.join(', '))}
          send={words.sharedSend}
          requestKey={requestKeys[1]}
          refusal={refusalOf('partners')}
        />
      ) : (
        <Notice>
          <p>{words.privateSubject(organisationName)}</p>
        </Notice>
      )}
    </>
  )
}

type MessageFormProps = { mode: 'own' | 'partners'; title: string; note: string; send: string; requestKey: string; refusal: Refusal }

function MessageForm({ mode, title, note, send, requestKey, refusal }: MessageFormProps) {
  const words = useCatalogue(messageTexts)
  const icon = mode === 'own' ? 'lock' : 'globe'
  return (
    <Section
      title={
        <>
          <Icon name={icon} /> {title}
        </>
      }
      onPaper={false}
    >
      <Form id={`message-${mode}`} requestKey={requestKey} values={refusal?.values} errors={refusal?.errors}>
        <HiddenField name="intent" value="write" />
        <HiddenField name="readers" value={mode} />
        <TextArea name="body" label={words.body} hint={note} required rows={4} maxLength={5000} />
        <Actions>
          <Button icon={icon}>{send}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
