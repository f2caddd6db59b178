import { allow, found, type OrganisationId } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { ensureOrganisation, findCityByName, loadOrganisation, type OrganisationKind } from '#modules/directory/index.ts'
import type { Agreement, AgreementId } from '../domain/agreement.ts'
import { decideChange, type ChangeProblem, decideParties, type PartyProblem } from '../domain/change.ts'
import '../domain/events.ts'
import { mayKeepAgreements } from '../domain/rights.ts'
import { lastDayOf } from '../domain/term.ts'
import * as sql from '../sql/agreements.ts'

/** A party as a form names it; the acting organisation is always one, and is not named. */
export type PartyLine = {
  readonly name: string
  readonly kind: OrganisationKind
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly stateGround: string | null
  readonly stateGroundOn: LocalDate | null
}

export type AgreementDraft = Omit<sql.AgreementFacts, 'cityId' | 'cityName' | 'country'> & {
  /** The city it is made with, as people name it; '' for a whole country. */
  readonly city: string
  /** Of the city, when the directory does not know it. */
  readonly country: string
  readonly parties: readonly PartyLine[]
}

export type DraftProblem =
  | PartyProblem
  | { readonly code: 'country_missing' }
  | { readonly code: 'organisation_unnameable' }
  | { readonly code: 'last_day_after_the_first' }

/**
 * Opens an agreement in the register: an idea, until its life says otherwise. `renews` is the one it takes the place of.
 * @refuses country_missing, a_state_is_a_party_on_a_dated_ground, a_ground_is_law_on_its_day, a_ground_comes_before_the_signature, a_party_is_named_once, last_day_after_the_first
 */
export async function openAgreement(
  ctx: Ctx,
  draft: AgreementDraft,
  renews: string | null = null,
): Promise<Outcome<AgreementId, DraftProblem>> {
  allow(mayKeepAgreements(ctx.actor))
  const renewed = renews === null ? null : found(await sql.loadAgreement(ctx.tx, renews))
  const placed = await placeDraft(ctx, draft, null)
  if (!placed.ok) return placed
  await ctx.journal.event('agreement.opened')
  const id = await sql.insertAgreement(ctx.tx, placed.value.facts, renewed?.id ?? null)
  await sql.replaceParties(ctx.tx, id, placed.value.parties)
  return ok(id)
}

/**
 * Changes what the register says. Once signed with its proofs, only its names and place may be mended: the rest is an amendment.
 * @refuses stale_edit, what_was_signed_does_not_move, and what openAgreement refuses
 */
export async function changeAgreement(
  ctx: Ctx,
  agreementId: string,
  version: number,
  draft: AgreementDraft,
): Promise<Outcome<Agreement, DraftProblem | ChangeProblem | { readonly code: 'stale_edit'; readonly saved: Agreement }>> {
  const agreement = found(await sql.lockAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  if (agreement.version !== version) return refused({ code: 'stale_edit', saved: agreement })
  const placed = await placeDraft(ctx, draft, agreement.dates.signedOn)
  if (!placed.ok) return placed
  const { facts, parties } = placed.value
  const decided = decideChange(agreement, facts, parties)
  if (!decided.ok) return decided
  await ctx.journal.event('agreement.changed')
  await sql.updateAgreement(ctx.tx, agreement.id, facts)
  await sql.replaceParties(ctx.tx, agreement.id, parties)
  return ok(found(await sql.loadAgreement(ctx.tx, agreement.id)))
}

/** Removes an agreement nobody voted nor signed. @refuses what_was_voted_stays */
export async function removeAgreement(ctx: Ctx, agreementId: string): Promise<Outcome<null, { readonly code: 'what_was_voted_stays' }>> {
  const { id, dates, unproven } = found(await sql.lockAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  if (dates.votedOn !== null || dates.signedOn !== null || unproven?.attestedOn) return refused({ code: 'what_was_voted_stays' })
  await ctx.journal.event('agreement.removed')
  await sql.deleteAgreement(ctx.tx, id)
  return ok(null)
}

type Placed = { readonly facts: sql.AgreementFacts; readonly parties: readonly sql.NamedParty[] }

/** Finds the city and the cards that a draft names, and counts its term. */
async function placeDraft(ctx: Ctx, draft: AgreementDraft, signedOn: LocalDate | null): Promise<Outcome<Placed, DraftProblem>> {
  const { city, country: typedCountry, parties: lines, term, ...facts } = draft
  const known = city === '' ? null : await findCityByName(ctx.tx, city)
  const country = known?.country ?? typedCountry
  if (country === '') return refused({ code: 'country_missing' })
  const lastDay = term.runsFrom && term.months ? lastDayOf(term.runsFrom, term.months) : term.months ? null : term.lastDay
  if (lastDay && term.runsFrom && lastDay < term.runsFrom) return refused({ code: 'last_day_after_the_first' })
  const named: (sql.NamedParty & { kind: string })[] = [
    { organisationId: ctx.actor.organisationId, kind: '', stateGround: null, stateGroundOn: null },
  ]
  for (const { name, kind, country: partyCountry, stateGround, stateGroundOn } of lines) {
    const ensured = await ensureOrganisation(ctx, { name, kind, country: partyCountry || country })
    if (!ensured.ok) return refused({ code: 'organisation_unnameable' })
    const card = found(await loadOrganisation(ctx.tx, ensured.value.id))
    const isState = card.kind === 'state'
    named.push({
      organisationId: ensured.value.id as OrganisationId,
      kind: card.kind,
      stateGround: isState ? stateGround : null,
      stateGroundOn: isState ? stateGroundOn : null,
    })
  }
  const decided = decideParties(named, await sql.listStateGrounds(ctx.tx), signedOn)
  if (!decided.ok) return decided
  return ok({
    facts: {
      ...facts,
      country,
      cityId: known?.id ?? null,
      cityName: known?.names ?? (city === '' ? {} : { fr: city }),
      term: { runsFrom: term.runsFrom, months: term.months, lastDay },
    },
    parties: named.map(({ organisationId, stateGround, stateGroundOn }) => ({ organisationId, stateGround, stateGroundOn })),
  })
}
