import { pick, type Localized } from '#platform/pure/localized.ts'
import type { ContentBlock } from './facts.ts'

/** A text as people type it: paragraphs, and lists of lines that begin with a dash. */
type PlainBlock = { readonly kind: 'paragraph'; readonly text: string } | { readonly kind: 'bullets'; readonly items: readonly string[] }

const BULLET = /^\s*[-–•]\s+/

/**
 * Reads what a partner wrote of a mission. An empty line separates paragraphs; lines that begin with a dash make a list;
 * other line breaks are spaces. Two languages whose blocks correspond one to one become one text in both; otherwise
 * only the text in the language of the act is kept, so that nothing is said twice.
 */
export function narrativeBlocks(body: Localized, language: string): readonly ContentBlock[] {
  const picked = pick(body, language)
  if (picked.text === '') return []
  const reading = plainBlocks(picked.text)
  const others = Object.entries(body).flatMap(([tag, text]) => {
    if (tag === picked.language || text === undefined) return []
    const blocks = plainBlocks(text)
    return haveSameShape(reading, blocks) ? [{ tag, blocks }] : []
  })
  const versions = [{ tag: picked.language, blocks: reading }, ...others]
  return reading.map((block, index): ContentBlock => {
    if (block.kind === 'paragraph') return { kind: 'paragraph', text: localized(versions, (blocks) => textOf(blocks[index])) }
    return { kind: 'bullets', items: block.items.map((_, item) => localized(versions, (blocks) => itemsOf(blocks[index])[item] ?? '')) }
  })
}

function plainBlocks(text: string): PlainBlock[] {
  const blocks: PlainBlock[] = []
  for (const part of text.replace(/\r\n?/g, '\n').split(/\n[^\S\n]*\n/)) {
    let sentence: string[] = []
    let items: string[] = []
    const close = () => {
      if (sentence.length > 0) blocks.push({ kind: 'paragraph', text: sentence.join(' ') })
      if (items.length > 0) blocks.push({ kind: 'bullets', items })
      sentence = []
      items = []
    }
    for (const line of part.split('\n')) {
      const words = line.replace(BULLET, '').trim()
      if (words === '') continue
      if (BULLET.test(line)) {
        if (sentence.length > 0) close()
        items = [...items, words]
      } else {
        if (items.length > 0) close()
        sentence = [...sentence, words]
      }
    }
    close()
  }
  return blocks
}

function haveSameShape(some: readonly PlainBlock[], others: readonly PlainBlock[]): boolean {
  return some.length === others.length && some.every((block, index) => shapeOf(block) === shapeOf(others[index]))
}

function shapeOf(block: PlainBlock | undefined): string {
  return block?.kind === 'bullets' ? `bullets ${block.items.length}` : (block?.kind ?? 'none')
}

function localized(
  versions: readonly { readonly tag: string; readonly blocks: readonly PlainBlock[] }[],
  read: (blocks: readonly PlainBlock[]) => string,
): Localized {
  return Object.fromEntries(versions.map(({ tag, blocks }) => [tag, read(blocks)]))
}

function textOf(block: PlainBlock | undefined): string {
  return block?.kind === 'paragraph' ? block.text : ''
}

function itemsOf(block: PlainBlock | undefined): readonly string[] {
  return block?.kind === 'bullets' ? block.items : []
}
