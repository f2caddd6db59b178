import type { ActDocument, Block } from '#modules/acts/index.ts'
import { type Letter, paragraphsOf } from '#modules/visits/index.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { appTexts } from './texts.ts'

/** A letter on the paper of the organisation that writes it: to whom, about what, and each paragraph as it was written. */
export function letterDocument(letter: Letter, number: number, authority: string): ActDocument {
  const words = appTexts[letter.language].letter
  const text = (content: string) => [{ kind: 'text' as const, text: content }]
  const written = paragraphsOf(letter.body)
  const [name, capacity, ...more] = written.at(-1)?.split('\n') ?? []
  // A letter that ends with two lines is signed: who, and for whom.
  const isSigned = name !== undefined && capacity !== undefined && more.length === 0
  const lines = (isSigned ? written.slice(0, -1) : written).flatMap((paragraph) => paragraph.split('\n'))
  const blocks: Block[] = [
    { kind: 'letterhead', overline: [], authority, directorates: [], reference: { key: words.reference, value: text(String(number)) } },
    {
      kind: 'key-values',
      entries: [
        { key: words.to, value: text(letter.recipient) },
        { key: words.dated, value: text(formatDate(letter.writtenOn, letter.language)) },
      ],
    },
    { kind: 'heading', level: 1, content: text(letter.subject) },
    ...lines.map((line): Block => ({ kind: 'paragraph', role: 'body', content: text(line) })),
    ...(isSigned ? [{ kind: 'signature', placeAndDate: null, capacity, name } as const] : []),
  ]
  return {
    language: letter.language,
    title: letter.subject,
    metadata: {
      runningReference: `${authority} – ${number}`,
      author: authority,
      subject: letter.subject,
      keywords: [],
      dated: letter.writtenOn,
    },
    blocks,
  }
}
