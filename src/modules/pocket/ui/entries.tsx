import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { FileField } from '#ui/file-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { typedText } from '#ui/outbox/typed-text.ts'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { formKey } from '../domain/entry.ts'
import { noteShown } from '../domain/offline.ts'
import { pocketTexts, problemText } from '../texts.ts'
import { EntryForm } from './entry-form.tsx'
import { EntryLine } from './entry-line.tsx'
import { NoteForm } from './moment.tsx'
import styles from './pocket-page.module.css'
import { shrunk } from './shrink-photo.ts'
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
            <EntryLine key={entry.key} entry={entry} outbox={outbox} ownName={`${pocket.givenName} ${pocket.familyName}`} />
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

function ReceiptForm({ writing: { entryKey, keep } }: { writing: Writing }) {
  const { receipt } = useCatalogue(pocketTexts)
  const keepReceipt = (form: FormData, element: HTMLFormElement) => {
    const photo = form.get('photo')
    const label = typedText(form, 'label')
    if (!(photo instanceof File) || !keep) return
    void shrunk(photo)
      .then((small) => keep({ kind: 'receipt', label, photo: small.size > 0 ? small : null, photoName: small.name }, label))
      .then((isKept) => isKept && element.reset())
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
