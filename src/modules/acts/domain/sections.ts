import { text, type Block, type InlineContent } from './document.ts'
import { slotBlocks } from './slots.ts'
import type { TemplatePiece } from './template-text.ts'
import { sectionBlocks, type SectionText } from './templates.ts'
import { placeholderContent, type ActContext } from './wording.ts'

/** A section of a template, filled with facts; its heading only when something stands below it. */
export function composeSection(section: SectionText, context: ActContext): readonly Block[] {
  const body = composeBody(section, context)
  return body.length === 0 ? [] : [...sectionHeading(section, context), ...body]
}

export function composeBody(section: SectionText, context: ActContext): readonly Block[] {
  return sectionBlocks(section, context.language).flatMap((block): readonly Block[] => {
    switch (block.kind) {
      case 'slot':
        return slotBlocks(block.slot, context)
      case 'bullets':
        return [{ kind: 'bullets', items: block.items.map((pieces) => filled(pieces, context)) }]
      case 'paragraph':
        return [{ kind: 'paragraph', role: 'body', content: filled(block.pieces, context) }]
    }
  })
}

export function sectionHeading(section: SectionText, { language }: ActContext): readonly Block[] {
  const words = (section.heading[language] ?? '').trim()
  return words === '' ? [] : [{ kind: 'heading', level: 2, content: [text(words)] }]
}

function filled(pieces: readonly TemplatePiece[], context: ActContext): InlineContent {
  return pieces.flatMap((piece) => (piece.kind === 'words' ? [text(piece.text)] : placeholderContent(piece.name, context)))
}
