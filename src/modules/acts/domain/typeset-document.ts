import { text, type ActDocument, type ActLanguage, type Block, type Inline, type InlineContent, type KeyValue } from './document.ts'
import { typeset } from './typography.ts'

/** Stands for a figure or a foreign word while the words around it are set; an upper-case letter, as names and numbers behave. */
const STAND_IN = '𐐀'

/** Applies the typography of the language to the words of a document; figures and foreign words are left as they are. */
export function typesetDocument(document: ActDocument): ActDocument {
  const { language } = document
  return {
    ...document,
    title: typeset(document.title, language),
    metadata: { ...document.metadata, runningReference: typeset(document.metadata.runningReference, language) },
    blocks: document.blocks.map((block) => typesetBlock(block, language)),
  }
}

function typesetBlock<Any extends Block>(block: Any, language: ActLanguage): Any {
  const set = (content: InlineContent) => typesetContent(content, language)
  const entry = ({ key, value }: KeyValue): KeyValue => ({ key: typeset(key, language), value: set(value) })
  const setBlock = (any: Block): Block => {
    switch (any.kind) {
      case 'letterhead':
        return { ...any, reference: any.reference === null ? null : entry(any.reference) }
      case 'heading':
      case 'paragraph':
      case 'recital':
        return { ...any, content: set(any.content) }
      case 'bullets':
        return { ...any, items: any.items.map(set) }
      case 'article':
        return { ...any, blocks: any.blocks.map((inner) => typesetBlock(inner, language)) }
      case 'table':
        return { ...any, caption: set(any.caption), rows: any.rows.map((row) => ({ ...row, cells: row.cells.map(set) })) }
      case 'key-values':
        return { ...any, entries: any.entries.map(entry) }
      case 'signature':
      case 'page-break':
        return any
    }
  }
  return setBlock(block) as Any
}

/** Sets a whole sentence at once, because a space before « ; » may follow a figure. */
export function typesetContent(content: InlineContent, language: ActLanguage): InlineContent {
  const merged = mergeWords(content)
  const isOurs = (inline: Inline) => inline.kind === 'text' && inline.language === undefined
  if (merged.some((inline) => inline.text.includes(STAND_IN))) return merged
  const kept = merged.filter((inline) => !isOurs(inline))
  const sentence = merged.map((inline) => (isOurs(inline) ? inline.text : STAND_IN)).join('')
  const words = typeset(sentence, language).split(STAND_IN)
  const set: Inline[] = []
  for (const [index, piece] of words.entries()) {
    if (piece !== '') set.push(text(piece))
    const following = kept[index]
    if (following !== undefined) set.push(following)
  }
  return set
}

function mergeWords(content: InlineContent): InlineContent {
  const merged: Inline[] = []
  for (const inline of content) {
    const last = merged.at(-1)
    const joins = inline.kind === 'text' && last?.kind === 'text' && inline.language === last.language
    if (inline.text === '') continue
    if (joins) merged[merged.length - 1] = { ...last, text: last.text + inline.text }
    else merged.push(inline)
  }
  return merged
}
