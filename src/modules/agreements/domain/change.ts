import { compareDates, type LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Money } from '#platform/pure/money.ts'
import { ok, refused, type Outcome } from '#platform/pure/outcome.ts'
import type { Agreement, AgreementType, StateGround, Unproven } from './agreement.ts'
import type { Term } from './term.ts'

export type PartyProblem =
  | { readonly code: 'a_party_is_named_once' }
  | { readonly code: 'a_state_is_a_party_on_a_dated_ground' }
  | { readonly code: 'a_ground_is_law_on_its_day' }
  | { readonly code: 'a_ground_comes_before_the_signature' }

type NamedParty = {
  readonly organisationId: string
  readonly kind: string
  readonly stateGround: string | null
  readonly stateGroundOn: LocalDate | null
}

/**
 * No agreement with a State, unless a ground of the law is chosen with the day it is relied on (CGCT L1115-5). The database refuses the same. Nobody signs
 * on a ground that was not there yet: `signedOn` is null before the signature, which asks the same then.
 */
export function decideParties(
  parties: readonly NamedParty[],
  grounds: readonly StateGround[],
  signedOn: LocalDate | null,
): Outcome<null, PartyProblem> {
  if (new Set(parties.map(({ organisationId }) => organisationId)).size < parties.length) return refused({ code: 'a_party_is_named_once' })
  for (const { kind, stateGround, stateGroundOn } of parties) {
    if (kind !== 'state') continue
    if (stateGround === null || stateGroundOn === null) return refused({ code: 'a_state_is_a_party_on_a_dated_ground' })
    const ground = grounds.find(({ code }) => code === stateGround)
    const isLaw =
      ground !== undefined &&
      compareDates(ground.validFrom, stateGroundOn) <= 0 &&
      (ground.validUntil === null || compareDates(stateGroundOn, ground.validUntil) <= 0)
    if (!isLaw) return refused({ code: 'a_ground_is_law_on_its_day' })
    if (signedOn !== null && compareDates(stateGroundOn, signedOn) > 0) return refused({ code: 'a_ground_comes_before_the_signature' })
  }
  return ok(null)
}

export type ChangeProblem = { readonly code: 'what_was_signed_does_not_move' }

type Facts = {
  readonly type: AgreementType
  readonly object: Localized
  readonly forecast: Money | null
  readonly unproven: Unproven | null
  readonly term: Omit<Term, 'prolongedTo'>
}

/**
 * What a signature fixed stays: type, parties, object, forecast and term. What the agreement left unsaid may still be said. An agreement
 * found without its papers stays open to what is learned of it.
 */
export function decideChange(
  agreement: Agreement,
  facts: Facts,
  parties: readonly { readonly organisationId: string }[],
): Outcome<null, ChangeProblem> {
  if (agreement.dates.signedOn === null || agreement.unproven !== null) return ok(null)
  const isKept =
    facts.type === agreement.type &&
    facts.unproven === null &&
    facts.term.months === agreement.term.months &&
    (agreement.term.runsFrom === null || facts.term.runsFrom === agreement.term.runsFrom) &&
    (agreement.term.lastDay === null || facts.term.lastDay === agreement.term.lastDay) &&
    (isEmpty(agreement.object) || isSameText(facts.object, agreement.object)) &&
    (agreement.forecast === null ||
      (facts.forecast?.cents === agreement.forecast.cents && facts.forecast.currency === agreement.forecast.currency)) &&
    parties.length === agreement.parties.length &&
    parties.every(({ organisationId }) => agreement.parties.some((party) => party.organisationId === organisationId))
  return isKept ? ok(null) : refused({ code: 'what_was_signed_does_not_move' })
}

function isEmpty(text: Localized): boolean {
  return Object.keys(text).length === 0
}

function isSameText(one: Localized, other: Localized): boolean {
  const languages = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...languages].every((language) => one[language] === other[language])
}
