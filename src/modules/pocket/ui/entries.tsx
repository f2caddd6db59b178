import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { FileField } from '#ui/file-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { typedText } from '#ui/outbox/typed-text.ts'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { formKey } from '../domain/entry.ts'
import { type KeptEntry, noteShown } from '../domain/offline.ts'
import { pocketTexts, problemText } from '../texts.ts'
import { EntryForm } from './entry-form.tsx'
import { NoteForm } from './moment.tsx'
import styles from './pocket-page.module.css'
import type { Outbox } from './use-outbox.ts'
import type { Writing } from './writing.ts'

/** What one wrote here, and where it stands; a receipt to hand in; a note on the journey. */
export function Entries({ writing, outbox, problem }: { writing: Writing; outbox: Outbox; problem: string | undefined }) {
  const texts = useCatalogue(pocketTexts)
  const { entries, pocket } = writing
  return (
    <Section title={texts.sections.outbox} id="saisies" titlePlace="above" note={texts.outbox.lead}>
      {problem && <Notice tone="danger" title={problemText(texts, problem)} />}
      {outbox.isFull && <Notice tone="danger" title={texts.outbox.notKept} />}
      {entries.length > 0 && (
        <ul className={styles.list} aria-live="polite">
          {entries.toReversed().map((entry) => (
            <EntryLine key={entry.key} entry={entry} outbox={outbox} />
          ))}
        </ul>
      )}
      <h3>{texts.receipt.title}</h3>
      <ReceiptForm writing={writing} />
      {pocket.receipts.length > 0 && (
        <>
          <h3>{texts.receipt.handed}</h3>
          <ul className={styles.list}>
            {pocket.receipts.map(({ id, label, state, reason }) => (
              <li key={id} className={styles.moment}>
                <p>
                  {label} <Tag tone={receiptTones[state]}>{texts.receiptStates[state]}</Tag>
                </p>
                {reason && <p className={styles.facts}>{texts.receipt.because(reason)}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{texts.outbox.journeyNote}</h3>
      <NoteForm
        id="journey-note"
        itemId={null}
        about={texts.outbox.journeyNote}
        note={noteShown(null, pocket.notes, entries)}
        writing={writing}
      />
    </Section>
  )
}

const receiptTones = { handed_in: 'info', entered: 'success', declined: 'danger' } as const
const stateTones = { waiting: 'warning', sent: 'success', refused: 'danger' } as const

function ReceiptForm({ writing: { entryKey, keep } }: { writing: Writing }) {
  const { receipt } = useCatalogue(pocketTexts)
  const keepReceipt = (form: FormData, element: HTMLFormElement) => {
    const photo = form.get('photo')
    const label = typedText(form, 'label')
    if (!(photo instanceof File) || !keep) return
    keep({ kind: 'receipt', label, photo: photo.size > 0 ? photo : null, photoName: photo.name }, label)
    element.reset()
  }
  return (
    <EntryForm id="receipt" kind="receipt" entryKey={formKey(entryKey, 'receipt', null)} keep={keep && keepReceipt}>
      <p className={styles.facts}>{receipt.lead}</p>
      <TextField name="label" label={receipt.label} hint={receipt.labelHint} required />
      <FileField name="photo" label={receipt.photo} hint={receipt.photoHint} accept="image/*,application/pdf" required />
      <div className={styles.buttons}>
        <Button icon="upload">{receipt.send}</Button>
      </div>
    </EntryForm>
  )
}

function EntryLine({ entry, outbox }: { entry: KeptEntry; outbox: Outbox }) {
  const texts = useCatalogue(pocketTexts)
  const { key, said, state, about, refusal, superseded } = entry
  const words = said.kind === 'attendance' ? texts.presences[said.presence] : said.kind === 'note' ? said.body : said.label
  return (
    <li className={styles.moment}>
      <p>
        <strong>{texts.outbox.kinds[said.kind]}</strong> {about === words ? '' : about}{' '}
        <Tag tone={stateTones[state]}>{texts.outbox.states[state]}</Tag>
      </p>
      <p className={styles.detail}>{words}</p>
      {superseded && <p className={styles.facts}>{texts.outbox.superseded}</p>}
      {refusal && !refusal.saved && <p className={styles.facts}>{texts.outbox.because(problemText(texts, refusal.code))}</p>}
      {refusal?.saved ? (
        <Conflict entry={entry} saved={refusal.saved.body} outbox={outbox} />
      ) : (
        state !== 'waiting' && (
          <div className={styles.buttons}>
            {state === 'refused' && (
              <Button type="button" onClick={() => outbox.retry(key)}>
                {texts.outbox.retry}
              </Button>
            )}
            <Button type="button" kind="quiet" onClick={() => outbox.discard(key)}>
              {state === 'sent' ? texts.outbox.putAway : texts.outbox.discard}
            </Button>
          </div>
        )
      )}
    </li>
  )
}

/** Both texts, one above the other; nothing is chosen for the person. */
function Conflict({ entry, saved, outbox }: { entry: KeptEntry; saved: string; outbox: Outbox }) {
  const { outbox: words } = useCatalogue(pocketTexts)
  const mine = entry.said.kind === 'note' ? entry.said.body : ''
  return (
    <Notice tone="warning" title={words.conflict}>
      <dl className={styles.versions}>
        <dt>{words.saved}</dt>
        <dd>{saved}</dd>
        <dt>{words.mine}</dt>
        <dd>{mine}</dd>
      </dl>
      <div className={styles.buttons}>
        {(['both', 'mine', 'saved'] as const).map((choice) => (
          <Button key={choice} type="button" onClick={() => outbox.decide(entry.key, choice)}>
            {{ both: words.keepBoth, mine: words.keepMine, saved: words.keepSaved }[choice]}
          </Button>
        ))}
      </div>
    </Notice>
  )
}
