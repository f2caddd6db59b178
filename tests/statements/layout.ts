/** A word of a statement, or what stands between two brackets. `isApart`: a space stands before it. */
type Piece = { readonly text: string; readonly isApart: boolean; readonly inside?: readonly Piece[]; readonly close?: string }

const width = 110

/**
 * A statement as one reads it: a line if it is short, else a line per clause, then per column or condition.
 * Parameters count from $1 and lists of them are cut, so that how much was found or given does not show.
 * `mustBeQuoted` tells the names that are words of SQL; all others lose their quotation marks.
 */
export function readable(statement: string, mustBeQuoted: (name: string) => boolean): string {
  return layout(piecesOf(withoutVolume(statement), mustBeQuoted), '')
}

const row = String.raw`\((?:\$\d+|default)(?:, (?:\$\d+|default))*\)`
const severalRows = new RegExp(`(${row})(?:, ${row})+`, 'g')

function withoutVolume(statement: string): string {
  const cut = statement
    .replaceAll(/\bin \((\$\d+)(?:, ?\$\d+)*\)/g, (_, first: string) => `in (${first}, …)`)
    .replaceAll(severalRows, (_, first: string) => `${first}, …`)
  const numbers = new Map<string, string>()
  return cut.replaceAll(/\$\d+/g, (parameter) => {
    const number = numbers.get(parameter) ?? `$${numbers.size + 1}`
    numbers.set(parameter, number)
    return number
  })
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', case: 'end' }

function piecesOf(statement: string, mustBeQuoted: (name: string) => boolean): Piece[] {
  const words = [...statement.trim().matchAll(/(\s*)('(?:[^']|'')*'|"[^"]*"|[()[\],]|[^\s()[\],'"]+)/g)].map(
    ([, space = '', word = '']) => ({
      text: /^"[a-z_][a-z0-9_]*"$/.test(word) && !mustBeQuoted(word.slice(1, -1)) ? word.slice(1, -1) : word,
      isApart: space !== '',
    }),
  )
  let position = 0
  const until = (close: string | undefined): Piece[] => {
    const pieces: Piece[] = []
    for (let word = words[position]; word !== undefined && word.text !== close; word = words[position]) {
      position += 1
      const end = closing[word.text]
      const last = pieces.at(-1)
      if (end !== undefined) {
        pieces.push({ ...word, inside: until(end), close: end })
        position += 1
      } else if (last !== undefined && !word.isApart && isWord(last) && isWord(word)) {
        pieces[pieces.length - 1] = { text: last.text + word.text, isApart: last.isApart }
      } else pieces.push(word)
    }
    return pieces
  }
  return until(undefined)
}

const isWord = ({ text, inside }: Piece) => inside === undefined && text !== ','

function flat(pieces: readonly Piece[]): string {
  return pieces.map((piece, index) => `${index > 0 && piece.isApart ? ' ' : ''}${flatOne(piece)}`).join('')
}

function flatOne({ text, inside, close }: Piece): string {
  if (inside === undefined || close === undefined) return text
  return close === 'end' ? `${text} ${flat(inside)} ${close}` : text + flat(inside) + close
}

function layout(pieces: readonly Piece[], indent: string): string {
  const whole = flat(pieces)
  if (indent.length + whole.length <= width) return indent + whole
  const clauses = split(pieces, (_, index) => beginsClause(pieces, index))
  if (clauses.length > 1) return clauses.map((clause) => layoutClause(clause, indent)).join('\n')
  return layoutClause(pieces, indent)
}

/** The words at its head, then what it lists, one to a line. What no word leads, such as arguments, fills its lines. */
function layoutClause(clause: readonly Piece[], indent: string): string {
  if (indent.length + flat(clause).length <= width) return indent + flat(clause)
  const items = split(clause, (_, index) => clause[index - 1]?.text === ',')
  if (items.length === 1) return layoutItem(clause, indent)
  const head = headLength(clause)
  if (head === 0) return filled(items, indent)
  const [first = [], ...others] = items
  const lines = [first.slice(head), ...others].map((item) => layoutItem(item, `${indent}  `))
  return [indent + flat(clause.slice(0, head)), ...lines].join('\n')
}

function filled(items: readonly (readonly Piece[])[], indent: string): string {
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    const joined = `${last} ${flat(item)}`
    if (last !== undefined && !last.includes('\n') && joined.length <= width) lines[lines.length - 1] = joined
    else lines.push(layoutItem(item, indent))
  }
  return lines.join('\n')
}

/** An item of a list, or a condition: what `and` and `or` part goes below. */
function layoutItem(item: readonly Piece[], indent: string): string {
  const parts = split(
    item,
    (piece, index) => isLink(piece) && !item.slice(Math.max(0, index - 2), index).some(({ text }) => text === 'between'),
  )
  return parts.map((part, index) => flow(part, index === 0 ? indent : `${indent}  `)).join('\n')
}

const isLink = ({ text }: Piece) => text === 'and' || text === 'or'

/** Words one after the other; brackets that would not end on the line are opened over several. */
function flow(pieces: readonly Piece[], indent: string): string {
  let text = indent
  for (const [index, piece] of pieces.entries()) {
    const line = text.slice(text.lastIndexOf('\n') + 1)
    const space = index > 0 && piece.isApart ? ' ' : ''
    const whole = flatOne(piece)
    if (piece.inside === undefined || line.length + whole.length < width) text += space + whole
    else text += space + opened(piece.text, piece.inside, piece.close ?? '', indent)
  }
  return text
}

/** Over several lines; a call that is all there is between brackets stays beside them. */
function opened(open: string, inside: readonly Piece[], close: string, indent: string): string {
  const isOneCall = inside.length === 2 && inside[1]?.inside !== undefined && !inside[1].isApart
  if (isOneCall) return open + flow(inside, indent).trimStart() + close
  return `${open}\n${layout(inside, `${indent}  `)}\n${indent}${close}`
}

function split(pieces: readonly Piece[], begins: (piece: Piece, index: number) => boolean): Piece[][] {
  const parts: Piece[][] = []
  for (const [index, piece] of pieces.entries()) {
    if (index === 0 || begins(piece, index)) parts.push([])
    parts.at(-1)?.push(piece)
  }
  return parts
}

const clauseWords = /^(select|from|where|having|limit|offset|returning|union|values|set|using|when|else|insert|delete)$/
const joinWords = /^(inner|left|cross)$/

function beginsClause(pieces: readonly Piece[], index: number): boolean {
  const word = pieces[index]?.text ?? ''
  const before = pieces[index - 1]?.text ?? ''
  const after = pieces[index + 1]?.text ?? ''
  if (word === 'from') return before !== 'delete' && before !== 'distinct'
  if (word === 'join') return !joinWords.test(before)
  if (joinWords.test(word)) return after === 'join'
  if (word === 'group' || word === 'order') return after === 'by'
  if (word === 'on') return after === 'conflict'
  if (word === 'for') return /^(no|update|share)$/.test(after)
  if (word === 'with') return index === 0
  return clauseWords.test(word)
}

/** How many words come before the list of a clause: `select`, `order by`. A clause that is a list has none. */
function headLength([first, second]: readonly Piece[]): number {
  if (first === undefined || !/^(select|from|group|order|set|values|returning|with)$/.test(first.text)) return 0
  return second?.text === 'by' || (first.text === 'select' && second?.text === 'distinct') ? 2 : 1
}
