import {
  plainText,
  type ActDocument,
  type Block,
  type InlineContent,
  type KeyValue,
  type Letterhead,
  type SignatureBlock,
  type Table,
} from '../domain/document.ts'
import { cleanText } from './clean-text.ts'
import { staysWithNext } from './page-turns.ts'
import { typstPrelude } from './typst-prelude.ts'

/** Drawn in place of a character that no embedded font has. */
const MISSING_CHARACTER = '□'

/** PDF/UA refuses a title or a heading without a word. */
const NAMELESS = '–'

export const named = (words: string) => (cleanText(words).trim() === '' ? NAMELESS : words)
const isBlank = (content: InlineContent) => cleanText(plainText(content)).trim() === ''

/** Can the embedded fonts draw this character? */
export type Covers = (codePoint: number) => boolean

export type TypstSource = {
  readonly source: string
  /** Characters replaced by □, each once, so that the author may choose others. */
  readonly unprintable: readonly string[]
}

/**
 * Writes a document as Typst source. Everything is in code mode and every word of a user is a string literal,
 * never markup: no character can start a command, a reference or a formula.
 */
export function toTypst(document: ActDocument, covers: Covers): TypstSource {
  const quote = stringWriter(covers)
  const lines = [
    typstPrelude({
      title: quote.string(named(document.title)),
      author: quote.string(document.metadata.author),
      subject: quote.string(document.metadata.subject),
      keywords: document.metadata.keywords.map(quote.string),
      language: document.language,
      dated: document.metadata.dated,
      runningReference: quote.string(document.metadata.runningReference),
    }),
    ...writeBlocks(document.blocks, quote).map((written) => `#${written}`),
  ]
  return { source: `${lines.join('\n')}\n`, unprintable: quote.unprintable() }
}

function writeBlocks(blocks: readonly Block[], quote: Quote): string[] {
  return blocks.map((block, index) => {
    const written = writeBlock(block, quote)
    return staysWithNext(block, blocks[index + 1]) ? `kept(${written})` : written
  })
}

type Quote = { readonly string: (text: string) => string; readonly inline: (content: InlineContent) => string }

/** Writes words as string literals, and remembers the characters that no embedded font has. */
export function stringWriter(covers: Covers): Quote & { unprintable: () => string[] } {
  const missing = new Set<string>()
  const string = (text: string): string => {
    let literal = ''
    for (const character of cleanText(text)) literal += escapeCharacter(character)
    return `"${literal}"`
  }
  const escapeCharacter = (character: string): string => {
    if (character === '"' || character === '\\') return `\\${character}`
    const codePoint = character.codePointAt(0) ?? 0
    if (!covers(codePoint)) {
      missing.add(character)
      return MISSING_CHARACTER
    }
    return /[\p{Z}\p{C}]/u.test(character) && character !== ' ' ? `\\u{${codePoint.toString(16)}}` : character
  }
  const inline = (content: InlineContent): string => {
    if (content.length === 0) return '""'
    return content
      .map((part) => {
        const words = part.kind === 'emphasis' ? `strong(${string(part.text)})` : string(part.text)
        const language = part.kind === 'figure' ? undefined : part.language
        return language === undefined ? words : `text(lang: ${string(primaryLanguage(language))}, ${words})`
      })
      .join(' + ')
  }
  return { string, inline, unprintable: () => [...missing].sort() }
}

/** Typst knows two- and three-letter languages: 'pt-BR' is read as Portuguese. */
function primaryLanguage(tag: string): string {
  const primary = tag.toLowerCase().split('-')[0] ?? ''
  return /^[a-z]{2,3}$/.test(primary) ? primary : 'und'
}

function writeBlock(block: Block, quote: Quote): string {
  switch (block.kind) {
    case 'letterhead':
      return writeLetterhead(block, quote)
    case 'heading':
      return `heading(level: ${block.level}, ${quote.inline(isBlank(block.content) ? [{ kind: 'text', text: NAMELESS }] : block.content)})`
    case 'paragraph':
      return `act-paragraph(${quote.string(block.role)}, ${quote.inline(block.content)})`
    case 'bullets':
      return `list(${block.items.map(quote.inline).join(', ')})`
    case 'article':
      return `act-article(${quote.string(named(block.label))}, ${writeBlocks(block.blocks, quote).join(', ')})`
    case 'recital':
      return `act-recital(${quote.inline(block.content)})`
    case 'table':
      return writeTable(block, quote)
    case 'page-break':
      return 'pagebreak(weak: true)'
    case 'signature':
      return writeSignature(block, quote)
    case 'key-values':
      return `act-key-values(${block.entries.map((entry) => writeKeyValue(entry, quote)).join(', ')})`
  }
}

function writeLetterhead(block: Letterhead, quote: Quote): string {
  const fields = [
    `overline: ${array(block.overline.map(quote.string))}`,
    `authority: ${quote.string(block.authority)}`,
    `directorates: ${array(block.directorates.map(quote.string))}`,
    `reference: ${block.reference === null ? 'none' : writeKeyValue(block.reference, quote)}`,
  ]
  return `act-letterhead(${fields.join(', ')})`
}

function writeTable(table: Table, quote: Quote): string {
  const cells = table.rows.flatMap((row) =>
    row.cells.map((cell) => (row.role === 'total' ? `act-total-cell(${quote.inline(cell)})` : quote.inline(cell))),
  )
  const fields = [
    `caption: ${quote.inline(table.caption)}`,
    `shares: ${array(table.columns.map((column) => `${column.share}fr`))}`,
    `aligns: ${array(table.columns.map((column) => (column.align === 'end' ? 'end' : 'start')))}`,
    `headers: ${array(table.columns.map((column) => quote.string(column.header)))}`,
    `totals: ${table.rows.some((row) => row.role === 'total')}`,
  ]
  return `act-table(${[...fields, ...cells].join(', ')})`
}

function writeSignature(block: SignatureBlock, quote: Quote): string {
  const place = block.placeAndDate === null ? 'none' : quote.string(block.placeAndDate)
  return `act-signature(${place}, ${quote.string(block.capacity)}, ${quote.string(block.name)})`
}

function writeKeyValue(entry: KeyValue, quote: Quote): string {
  return `(${quote.string(entry.key)}, ${quote.inline(entry.value)})`
}

/** A Typst array; the trailing comma keeps one element an array. */
function array(items: readonly string[]): string {
  return items.length === 0 ? '()' : `(${items.join(', ')},)`
}
