import type { FileKind } from './card-columns.ts'

/** What happens to lines that bear the name of a card there is already: a question to the person, once for the file. */
export const namesakeRules = ['aside', 'complete', 'another'] as const
export type NamesakeRule = (typeof namesakeRules)[number]

export type CardEffect = 'create' | 'update' | 'same' | 'refused'

/** What one might not expect of a line, with the name of the card it is about. */
export type CardNote = { readonly code: NamesakeRule | 'same_email' | 'kept_elsewhere' | 'goes_with'; readonly name: string }

export type PlannedLine = {
  readonly line: number
  readonly effect: CardEffect
  readonly note: CardNote | null
  readonly problems: Readonly<Record<string, { readonly code: string }>>
}

export type ImportCounts = { readonly created: number; readonly updated: number; readonly same: number }

export type CardImportProblem = { readonly code: 'import_is_empty' | 'import_has_problems' }

/** Names an import in the database. */
export const importKinds: Readonly<Record<FileKind, string>> = { person: 'directory.people', organisation: 'directory.organisations' }

export const hasNamesakes = (lines: readonly PlannedLine[]) =>
  lines.some(({ note }) => note !== null && namesakeRules.some((rule) => rule === note.code))

export function countsOf(lines: readonly PlannedLine[]): ImportCounts {
  const count = (effect: CardEffect) => lines.filter((line) => line.effect === effect).length
  return { created: count('create'), updated: count('update'), same: count('same') }
}

export const refusedLine = (line: number, column: string, code: string): PlannedLine => ({
  line,
  effect: 'refused',
  note: null,
  problems: { [column]: { code } },
})
