import { Link } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import type { PersonDocument } from './documents-of-person.ts'
import { documentName } from './person-document-name.ts'
import { personDocumentTexts } from './person-document-texts.ts'

/** The documents that name someone or concern them, with who reads each. */
export function PersonDocuments({ documents, organisation }: { documents: readonly PersonDocument[]; organisation: string }) {
  const words = useCatalogue(personDocumentTexts)
  const locale = useLocale()
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      <DataTable
        caption={words.title}
        captionHidden
        rows={documents}
        rowKey={({ kind, key }) => `${kind} ${key}`}
        columns={[
          {
            key: 'document',
            header: words.document,
            isRowHeader: true,
            isLong: true,
            render: (document) => (
              // A PDF is no page of the application: the browser opens it.
              <Link to={document.to} reloadDocument={document.to.endsWith('/pdf')}>
                {documentName(document, locale)}
              </Link>
            ),
          },
          { key: 'about', header: words.about, isLong: true, render: ({ about }) => <LocalizedText content={about} /> },
          { key: 'on', header: words.on, render: ({ onDay }) => onDay && <DateText date={onDay} format="short" /> },
          { key: 'seen', header: words.seen, isLong: true, render: ({ seenBy }) => words.seenBy[seenBy](organisation) },
        ]}
      />
    </Section>
  )
}
