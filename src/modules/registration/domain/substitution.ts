import { type Outcome, refused } from '#platform/pure/outcome.ts'
import type { ApplicationState, Words } from './application.ts'
import { type FormProblem, decideWords, namesItsOrganisation } from './form.ts'

/** Applications that can take the place of someone of the same sender: read already, and not over. Twin of registration.substitute. */
export const successorStates = ['received', 'endorsed', 'waiting'] as const satisfies readonly ApplicationState[]

/** Whoever takes the place: someone who applied, or a person whom the officer names. */
export type Successor = { readonly kind: 'application'; readonly id: string } | { readonly kind: 'named'; readonly words: Words }

/** Tidies what an officer says of a person: who they are and where to write. What only the person can answer is not asked. */
export function decideNamed(typed: Words): Outcome<Words, FormProblem> {
  const decided = decideWords({ ...typed, answers: {} }, false)
  if (!decided.ok) return decided
  const { category, givenName, familyName, capacity, email, represents } = decided.value
  const needed = { givenName, familyName, category, capacity, email, ...(category && namesItsOrganisation(category) ? { represents } : {}) }
  const missing = Object.entries(needed).filter(([, value]) => value === '' || value === null)
  return missing.length > 0 ? refused({ fields: Object.fromEntries(missing.map(([field]) => [field, 'required'])) }) : decided
}

export type SubstitutionProblem = FormProblem | { readonly code: 'reason_missing' | 'nobody_chosen' | 'over' | 'preview_outdated' }
