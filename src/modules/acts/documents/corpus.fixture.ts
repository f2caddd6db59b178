import type { ActDocument, Inline } from '../domain/document.ts'

/** What people, and people who attack, may type: each must come out as the very same words. */
export const HOSTILE_TEXTS: readonly string[] = [
  '#let x = 1',
  '#read("/etc/passwd")',
  '#import "@preview/cetz:0.1.0"',
  '$ x^2 $ and $',
  '[content] ] [',
  '*bold* _emph_ `raw` ``` ```',
  '@reference <label>',
  '= Heading',
  '- bullet + number / term: x',
  'back \\ slash \\u{41} \\n \\',
  'quote " \\" "; #panic()',
  '// comment /* and */ this',
  '~ --- ... \' "',
  '" + read("x") + "',
  '</w:t><w:t>&amp; <script>alert(1)</script>',
  'nœud, Łódź, İstanbul, Ελλάδα, Москва, Zürich',
  '139\u202F108,94\u00A0€',
]

const words = (text: string): readonly Inline[] => [{ kind: 'text', text }]

/** A document that carries some text in every place a text can be. */
export function documentSaying(text: string): ActDocument {
  return {
    language: 'fr',
    title: text,
    metadata: { runningReference: text, author: text, subject: text, keywords: [text, text], dated: '2019-02-08' },
    blocks: [
      { kind: 'letterhead', overline: [text], authority: text, directorates: [text], reference: { key: text, value: words(text) } },
      { kind: 'heading', level: 1, content: words(text) },
      { kind: 'key-values', entries: [{ key: text, value: words(text) }] },
      { kind: 'heading', level: 2, content: words(text) },
      { kind: 'paragraph', role: 'lead', content: words(text) },
      {
        kind: 'paragraph',
        role: 'body',
        content: [...words(text), { kind: 'emphasis', text }, { kind: 'figure', text, source: { kind: 'expenses' } }],
      },
      { kind: 'paragraph', role: 'decision', content: words(text) },
      { kind: 'paragraph', role: 'note', content: [{ kind: 'text', text, language: 'pt-BR' }] },
      { kind: 'recital', content: words(text) },
      { kind: 'bullets', items: [words(text), words(text)] },
      { kind: 'article', number: 1, label: text, blocks: [{ kind: 'paragraph', role: 'body', content: words(text) }] },
      {
        kind: 'table',
        caption: words(text),
        columns: [
          { header: text, align: 'start', share: 2 },
          { header: text, align: 'end', share: 1 },
        ],
        rows: [
          { role: 'body', cells: [words(text), words(text)] },
          { role: 'total', cells: [words(text), words(text)] },
        ],
      },
      { kind: 'page-break' },
      { kind: 'signature', placeAndDate: text, capacity: text, name: text },
    ],
  }
}
