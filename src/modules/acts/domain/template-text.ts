import { ok, refused, type Outcome } from '#platform/pure/outcome.ts'
import { EVERY_PLACEHOLDER, type InlinePlaceholder, type KnownPlaceholders, type Slot } from './placeholders.ts'

/** A template once read: paragraphs, simple bullets and slots. Words stay words: no other sign has a meaning. */
export type TemplateBlock =
  | { readonly kind: 'paragraph'; readonly pieces: readonly TemplatePiece[] }
  | { readonly kind: 'bullets'; readonly items: readonly (readonly TemplatePiece[])[] }
  | { readonly kind: 'slot'; readonly slot: Slot }

export type TemplatePiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: InlinePlaceholder }

/** `line` and `column` start at 1, in characters as typed. */
export type TemplateProblem = {
  readonly code: 'placeholder_unknown' | 'placeholder_unclosed' | 'slot_inside_sentence'
  /** What stands between the braces. */
  readonly name: string
  readonly line: number
  readonly column: number
}

/**
 * Reads the text of a template. A blank line separates paragraphs; a line starting with "- " is a bullet;
 * other line breaks are spaces.
 * @refuses every unknown, unclosed or misplaced placeholder, with its position
 */
export function parseTemplateText(
  source: string,
  known: KnownPlaceholders = EVERY_PLACEHOLDER,
): Outcome<readonly TemplateBlock[], readonly TemplateProblem[]> {
  const problems: TemplateProblem[] = []
  const blocks: TemplateBlock[] = []
  let sentence: TemplatePiece[] = []
  let items: (readonly TemplatePiece[])[] = []
  const close = () => {
    if (sentence.length > 0) blocks.push({ kind: 'paragraph', pieces: sentence })
    if (items.length > 0) blocks.push({ kind: 'bullets', items })
    sentence = []
    items = []
  }
  source
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .forEach((line, index) => {
      const slot = slotOf(line, known)
      if (line.trim() === '') return close()
      if (slot !== undefined) {
        close()
        blocks.push({ kind: 'slot', slot })
      } else if (/^\s*- /.test(line)) {
        if (sentence.length > 0) close()
        items = [
          ...items,
          readPieces(
            line.replace(/^\s*- /, (mark) => ' '.repeat(mark.length)),
            index + 1,
            problems,
            known,
          ),
        ]
      } else {
        if (items.length > 0) close()
        const pieces = readPieces(line, index + 1, problems, known)
        sentence = sentence.length === 0 ? pieces : [...sentence, { kind: 'words', text: ' ' }, ...pieces]
      }
    })
  close()
  return problems.length > 0 ? refused(problems) : ok(blocks)
}

function slotOf(line: string, { slots }: KnownPlaceholders): Slot | undefined {
  const name = /^\s*\{\{\s*([^{}]*?)\s*\}\}\s*$/.exec(line)?.[1]
  return slots.find((slot) => slot === name)
}

/** Splits one line; the blanks that replace a bullet mark keep the columns true and are then trimmed. */
function readPieces(line: string, lineNumber: number, problems: TemplateProblem[], { inline, slots }: KnownPlaceholders): TemplatePiece[] {
  const pieces: TemplatePiece[] = []
  let from = 0
  const words = (until: number) => {
    const text = line.slice(from, until)
    if (text !== '') pieces.push({ kind: 'words', text })
  }
  for (;;) {
    const opening = line.indexOf('{{', from)
    if (opening < 0) break
    const closing = line.indexOf('}}', opening)
    const name = line.slice(opening + 2, closing < 0 ? undefined : closing).trim()
    const problem = (code: TemplateProblem['code']) => problems.push({ code, name, line: lineNumber, column: opening + 1 })
    if (closing < 0) {
      problem('placeholder_unclosed')
      return pieces
    }
    words(opening)
    from = closing + 2
    const known = inline.find((placeholder) => placeholder === name)
    if (known !== undefined) pieces.push({ kind: 'placeholder', name: known })
    else problem(slots.some((slot) => slot === name) ? 'slot_inside_sentence' : 'placeholder_unknown')
  }
  words(line.length)
  return trimmed(pieces)
}

function trimmed(pieces: readonly TemplatePiece[]): TemplatePiece[] {
  return pieces
    .map((piece, index) => {
      if (piece.kind !== 'words') return piece
      let text = piece.text
      if (index === 0) text = text.trimStart()
      if (index === pieces.length - 1) text = text.trimEnd()
      return { kind: 'words' as const, text }
    })
    .filter((piece) => piece.kind !== 'words' || piece.text !== '')
}
