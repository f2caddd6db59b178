import { IDENTIFIER_SCHEMES, type IdentifierScheme, parseIdentifier, parseUnLocode } from '#platform/pure/identifiers.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'

/** Registers in the order of the form; twin of the CHECK scheme_is_known of directory.organisation_identifier. */
export const cardSchemes = [...IDENTIFIER_SCHEMES, 'UN-LOCODE'] as const
export type CardScheme = (typeof cardSchemes)[number]

export type CardIdentifier = { readonly scheme: CardScheme; readonly value: string }

/** The card of the acting organisation, as typed: identifiers by register, several of one register separated by commas. */
export type CardDraft = {
  readonly version: number
  readonly name: string
  readonly names: Localized
  readonly website: string | null
  readonly identifiers: Readonly<Partial<Record<CardScheme, string>>>
}

/** One code per register, to be shown under its field. */
export type CardProblem = { readonly fields: Readonly<Partial<Record<CardScheme, 'identifier_malformed' | 'identifier_checksum_wrong'>>> }

/** Reads every identifier in its normal form, or says of each register what is wrong there. */
export function decideIdentifiers(typed: CardDraft['identifiers']): Outcome<CardIdentifier[], CardProblem> {
  const read = cardSchemes.flatMap((scheme) => valuesOf(typed[scheme]).map((text) => ({ scheme, outcome: readOne(scheme, text) })))
  const problems = read.flatMap(({ scheme, outcome }) => (outcome.ok ? [] : [[scheme, outcome.problem] as const]))
  if (problems.length > 0) return refused({ fields: Object.fromEntries(problems) })
  const values = read.flatMap(({ scheme, outcome }) => (outcome.ok ? [{ scheme, value: outcome.value }] : []))
  return ok(values.filter(({ scheme, value }, at) => values.findIndex((other) => other.scheme === scheme && other.value === value) === at))
}

function valuesOf(text: string | undefined): string[] {
  return (text ?? '').split(/[,;\n]/).filter((part) => part.trim() !== '')
}

function readOne(scheme: CardScheme, text: string): Outcome<string, 'identifier_malformed' | 'identifier_checksum_wrong'> {
  if (scheme === 'UN-LOCODE') {
    const locode = parseUnLocode(text)
    return locode.ok ? locode : refused('identifier_malformed')
  }
  const identifier = parseIdentifier(scheme satisfies IdentifierScheme, text)
  if (identifier.ok) return ok(identifier.value.value)
  return refused(identifier.problem.code === 'identifier_checksum_wrong' ? 'identifier_checksum_wrong' : 'identifier_malformed')
}
