import { IDENTIFIER_SCHEMES, type IdentifierProblem, parseIdentifier, parseUnLocode } from '#platform/pure/identifiers.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'

/** Registers in which an organisation may be known; twin of the CHECK scheme_is_known. */
export const schemes = [...IDENTIFIER_SCHEMES, 'UN-LOCODE'] as const
export type Scheme = (typeof schemes)[number]

/** An organisation is known elsewhere by several of these; a foreign city has no SIRET. */
export type OrganisationIdentifier = { readonly scheme: Scheme; readonly value: string }

export type IdentifierRefusal = {
  readonly code: IdentifierProblem['code'] | 'identifier_repeated'
  readonly scheme: Scheme
  readonly text: string
  /** Which of the given identifiers, counted from 0. */
  readonly index: number
  readonly example?: string
}

/**
 * Reads identifiers as people copy them and keeps their normal form. A blank one is no identifier.
 * @refuses identifier_malformed, identifier_checksum_wrong, identifier_repeated
 */
export function decideIdentifiers(given: readonly OrganisationIdentifier[]): Outcome<OrganisationIdentifier[], IdentifierRefusal> {
  const read: OrganisationIdentifier[] = []
  for (const [index, { scheme, value: text }] of given.entries()) {
    if (text.trim() === '') continue
    const outcome = readOne(scheme, text)
    if (!outcome.ok) return refused({ ...outcome.problem, scheme, text, index })
    const value = outcome.value
    if (read.some((known) => known.scheme === scheme && known.value === value))
      return refused({ code: 'identifier_repeated', scheme, text, index })
    read.push({ scheme, value })
  }
  return ok(read)
}

function readOne(scheme: Scheme, text: string): Outcome<string, { code: IdentifierProblem['code']; example?: string }> {
  if (scheme === 'UN-LOCODE') {
    const locode = parseUnLocode(text)
    return locode.ok ? locode : refused({ code: 'identifier_malformed', example: 'FR MRS' })
  }
  const identifier = parseIdentifier(scheme, text)
  if (identifier.ok) return ok(identifier.value.value)
  return refused({ code: identifier.problem.code, example: 'example' in identifier.problem ? identifier.problem.example : undefined })
}
