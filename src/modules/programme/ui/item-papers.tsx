import { Link } from 'react-router'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { ItemDocument, ItemNote } from '../domain/papers.ts'
import type { ProgrammeTexts } from '../texts.fr.ts'
import { programmeTexts } from '../texts.ts'
import { type Refusal, refusalOf } from './refusal.ts'

type ShownDocument = ItemDocument & {
  readonly link: string
  readonly isOwn: boolean
  readonly messageCount: number
  readonly conversation: string
}

type ItemPapersProps = {
  documents: readonly ShownDocument[]
  note: ItemNote | null
  organisationName: string
  mayWrite: boolean
  messageCount: number
  conversation: string
  requestKey: string
  refusal: Refusal
}

/** What goes with an item besides its description: files, the note for one's own people, and what is said about it. */
export function ItemPapers({
  documents,
  note,
  organisationName,
  mayWrite,
  messageCount,
  conversation,
  requestKey,
  refusal,
}: ItemPapersProps) {
  const texts = useCatalogue(programmeTexts)
  const { papers: words } = texts
  return (
    <>
      <Section title={words.documents} note={words.documentsNote} onPaper={false}>
        {documents.length === 0 ? <p>{words.noDocuments}</p> : <DocumentTable documents={documents} organisationName={organisationName} />}
        {mayWrite && (
          <Form
            id="document"
            key={documents.length}
            encType="multipart/form-data"
            requestKey={requestKey}
            {...refusalOf(refusal, 'document', texts)}
          >
            <HiddenField name="intent" value="document" />
            <FileField name="file" label={words.file} hint={words.fileHint} required />
            <Checkbox name="isShared" label={words.isShared} />
            <Checkbox name="forMembers" label={words.forMembers} hint={words.forMembersHint} />
            <Actions>
              <Button>{words.add}</Button>
            </Actions>
          </Form>
        )}
      </Section>
      {(mayWrite || note) && (
        <Section title={words.note} note={words.noteNote(organisationName)} onPaper={false}>
          {refusal?.values.intent === 'note' && note && <blockquote>{note.body}</blockquote>}
          {mayWrite ? (
            <Form id="note" version={note?.version ?? 0} requestKey={requestKey} key={note?.version} {...refusalOf(refusal, 'note', texts)}>
              <HiddenField name="intent" value="note" />
              <TextArea name="body" label={words.body} rows={4} maxLength={8000} defaultValue={note?.body} />
              <Actions>
                <Button>{words.saveNote}</Button>
              </Actions>
            </Form>
          ) : (
            <p>{note?.body}</p>
          )}
        </Section>
      )}
      <Section title={words.conversation} onPaper={false}>
        <p>
          <Link to={conversation}>
            {words.conversation} ({messageCount})
          </Link>
        </p>
      </Section>
    </>
  )
}

/** Who opens a document: partners or one's own organisation, and those who have it in their pocket. */
function readersOf({ isShared, forMembers }: ItemDocument, words: ProgrammeTexts['papers'], organisation: string): string {
  const readers = isShared ? words.shared : words.own(organisation)
  return forMembers ? words.andMembers(readers, isShared) : readers
}

function DocumentTable({ documents, organisationName }: { documents: readonly ShownDocument[]; organisationName: string }) {
  const { papers: words } = useCatalogue(programmeTexts)
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={documents}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: words.file,
          isRowHeader: true,
          isLong: true,
          render: ({ link, name }) => (
            <Link to={link} reloadDocument>
              {name}
            </Link>
          ),
        },
        { key: 'by', header: words.by, render: (document) => document.organisationName },
        { key: 'readers', header: words.readers, render: (document) => readersOf(document, words, organisationName) },
        {
          key: 'thread',
          header: words.thread,
          render: ({ name, messageCount, conversation }) => (
            <Link to={conversation} aria-label={words.threadOf(name, messageCount)}>
              {words.messages(messageCount)}
            </Link>
          ),
        },
        {
          key: 'remove',
          header: words.remove,
          headerHidden: true,
          render: ({ id, name, isOwn }) =>
            isOwn && (
              <Form layout="row" id={`remove-${id}`}>
                <HiddenField name="intent" value="remove-document" />
                <HiddenField name="documentId" value={id} />
                <Button kind="quiet" aria-label={words.removeOf(name)}>
                  {words.remove}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}
