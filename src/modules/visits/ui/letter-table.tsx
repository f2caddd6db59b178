import { Link, href } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateText } from '#ui/format.tsx'
import type { Letter } from '../domain/letter.ts'
import { visitTexts } from '../texts.ts'
import { TypedWords } from './typed-words.tsx'

/** The letters that answered a request, each to be read, printed and reworked. */
export function LetterTable({ letters }: { letters: readonly Letter[] }) {
  const texts = useCatalogue(visitTexts)
  const words = texts.request
  return (
    <DataTable
      caption={words.lettersCaption}
      captionHidden
      rows={letters}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'letter',
          header: words.letter,
          isLong: true,
          render: (letter) => (
            <details>
              <summary>{texts.letters[letter.kind]}</summary>
              <p>
                <strong lang={letter.language}>{letter.subject}</strong>
              </p>
              <TypedWords words={letter.body} lang={letter.language} />
            </details>
          ),
        },
        { key: 'written', header: words.written, render: ({ writtenOn }) => <DateText date={writtenOn} format="short" /> },
        { key: 'by', header: words.by, render: ({ writtenByName }) => writtenByName },
        { key: 'sent', header: words.contact, render: ({ isSent, email }) => (isSent && email ? words.sentTo(email) : words.notSent) },
        {
          key: 'files',
          header: words.pdf,
          headerHidden: true,
          render: ({ id, requestId, kind }) =>
            (['pdf', 'docx'] as const).map((format) => (
              <span key={format}>
                <Link
                  reloadDocument
                  to={href('/visites/:requestId/lettres/:letterId/:format', { requestId, letterId: id, format })}
                  aria-label={words.fileOf(texts.letters[kind], words[format])}
                >
                  {words[format]}
                </Link>{' '}
              </span>
            )),
        },
      ]}
    />
  )
}
