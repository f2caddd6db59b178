import type { Locale } from '#platform/pure/locale.ts'

/**
 * The model of an act on paper, one for the preview, the PDF and the DOCX.
 * It holds words and structure, never styles, and every string is plain text: no renderer may read markup in it.
 */
export type ActDocument = {
  readonly language: ActLanguage
  readonly title: string
  readonly metadata: ActMetadata
  readonly blocks: readonly Block[]
}

/** The languages our own sentences exist in. Content typed by people may be in any other. */
export type ActLanguage = Locale

export type ActMetadata = {
  /** Short mark repeated at the foot of every page, e.g. '122.55 — Commission permanente du 8 février 2019'. */
  readonly runningReference: string
  /** The authority, written as the author of the file. */
  readonly author: string
  readonly subject: string
  readonly keywords: readonly string[]
  /** Date written in the file as its creation, 'YYYY-MM-DD': the same document always gives the same bytes. */
  readonly dated: string
}

export type Block =
  | Letterhead
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly content: InlineContent }
  | Paragraph
  | Bullets
  | { readonly kind: 'article'; readonly number: number; readonly label: string; readonly blocks: readonly (Paragraph | Bullets)[] }
  /** One « Vu … » or « Considérant … ». */
  | { readonly kind: 'recital'; readonly content: InlineContent }
  | Table
  | { readonly kind: 'page-break' }
  | SignatureBlock
  | { readonly kind: 'key-values'; readonly entries: readonly KeyValue[] }

/** Level 1 is the title of the act and appears once; annexes and parts are level 2. */
export type HeadingLevel = 1 | 2 | 3

/** The masthead: who speaks, through which directorates, under which reference. */
export type Letterhead = {
  readonly kind: 'letterhead'
  /** Lines above the name, e.g. 'République française'. */
  readonly overline: readonly string[]
  readonly authority: string
  readonly directorates: readonly string[]
  readonly reference: KeyValue | null
}

export type Paragraph = {
  readonly kind: 'paragraph'
  /** `lead` opens the act, `decision` is the line « DÉCIDE », `note` is set smaller. */
  readonly role: 'body' | 'lead' | 'decision' | 'note'
  readonly content: InlineContent
}

export type Bullets = { readonly kind: 'bullets'; readonly items: readonly InlineContent[] }

export type Table = {
  readonly kind: 'table'
  readonly caption: InlineContent
  /** A column header has the scope of its column. In HTML the first cell of a row heads it; PDF and DOCX mark columns only. */
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
}

export type TableColumn = {
  readonly header: string
  readonly align: 'start' | 'end'
  /** Relative width. */
  readonly share: number
}

export type TableRow = {
  readonly role: 'body' | 'total'
  /** As many cells as columns. */
  readonly cells: readonly InlineContent[]
}

export type SignatureBlock = {
  readonly kind: 'signature'
  /** 'Fait à Marseille, le …', when known. */
  readonly placeAndDate: string | null
  readonly capacity: string
  readonly name: string
}

export type KeyValue = { readonly key: string; readonly value: InlineContent }

export type InlineContent = readonly Inline[]

export type Inline =
  /** `language` (BCP 47) only when it differs from the language of the document. */
  | { readonly kind: 'text'; readonly text: string; readonly language?: string }
  | { readonly kind: 'emphasis'; readonly text: string; readonly language?: string }
  | Figure

/** A number (or a count in words) that the preview links to the lines or people behind it. */
export type Figure = { readonly kind: 'figure'; readonly text: string; readonly source: FigureSource }

export type FigureSource = {
  readonly kind: 'expenses' | 'members' | 'legs' | 'act' | 'agreement'
  /** Absent: all the missions of the act. */
  readonly missionId?: string
  readonly agreementId?: string
  /** A cost category (`expenses`), a participant category (`members`), or the field (`act`, `agreement`). */
  readonly category?: string
}

export function text(words: string, language?: string): Inline {
  return language === undefined ? { kind: 'text', text: words } : { kind: 'text', text: words, language }
}

export function figure(words: string, source: FigureSource): Figure {
  return { kind: 'figure', text: words, source }
}

/** The words of some content, without structure: captions, titles, comparisons. */
export function plainText(content: InlineContent): string {
  return content.map((inline) => inline.text).join('')
}
