import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { RequestId } from './request.ts'

export type LetterId = Id<'visitLetter'>

/** Twin of the CHECK kind_is_known of visits.letter; a test compares them. */
export const letterKinds = ['accepted', 'redirected', 'declined', 'thanks'] as const
export type LetterKind = (typeof letterKinds)[number]

/** The fixed list of what a letter may call, as `{{name}}`. */
export const letterPlaceholders = [
  'contact',
  'asker',
  'city',
  'dates',
  'head',
  'people',
  'authority',
  'reason',
  'partner',
  'author',
  'number',
] as const
export type LetterPlaceholder = (typeof letterPlaceholders)[number]
export type LetterFacts = Readonly<Record<LetterPlaceholder, string>>

export type LetterText = { readonly subject: Localized; readonly body: Localized }

/** A letter as it left. */
export type Letter = {
  readonly id: LetterId
  readonly requestId: RequestId
  readonly kind: LetterKind
  readonly language: Locale
  readonly recipient: string
  readonly email: string | null
  readonly subject: string
  readonly body: string
  readonly writtenOn: LocalDate
  readonly writtenByName: string
  readonly isSent: boolean
}

export type LetterTextProblem = { readonly code: 'placeholder_unknown'; readonly name: string }

/** Accepts a text, or names the first thing it calls that no letter knows. @refuses placeholder_unknown */
export function checkLetterText(text: string): Outcome<string, LetterTextProblem> {
  for (const [, name = ''] of text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g))
    if (!isPlaceholder(name)) return refused({ code: 'placeholder_unknown', name })
  return ok(text)
}

const call = /\{\{\s*([^{}]*?)\s*\}\}/g

/**
 * Writes a text out with the facts there are; what calls another fact stays as it is, to be filled later. A line that would say nothing, because all it
 * calls is empty, is left out, and the blank lines around it close up. What a fact says is never read as a placeholder.
 */
export function fillLetter(text: string, facts: Partial<LetterFacts>): string {
  const lines = text.split('\n').flatMap((line) => {
    const called = [...line.matchAll(call)].map(([, name = '']) => name)
    const saysNothing = called.length > 0 && called.every((name) => isPlaceholder(name) && facts[name] === '')
    if (saysNothing && !/[\p{L}\p{N}]/u.test(line.replaceAll(call, ''))) return []
    return [line.replaceAll(call, (whole, name: string) => (isPlaceholder(name) ? (facts[name] ?? whole) : whole))]
  })
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function isPlaceholder(name: string): name is LetterPlaceholder {
  return (letterPlaceholders as readonly string[]).includes(name)
}

/** The paragraphs of a letter: blank lines part them, single breaks stay. */
export function paragraphsOf(body: string): string[] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
}
