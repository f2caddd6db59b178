import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { Edition, Licence } from '../domain/licence.ts'
import { mayKeepAgreements } from '../domain/rights.ts'
import { lastDayOf } from '../domain/term.ts'
import { lockAgreement } from '../sql/agreements.ts'
import * as sql from '../sql/licences.ts'

export type LicenceDraft = Omit<sql.LicenceFacts, 'lastDay'>

export type LicenceProblem =
  | { readonly code: 'not_a_licence' }
  | { readonly code: 'licensee_is_a_party' }
  | { readonly code: 'territory_missing' }
  | { readonly code: 'what_was_signed_does_not_move' }

/**
 * Says what is licensed: the brand, to whom, where and for how long. Its last day is counted as that of an agreement.
 * @refuses not_a_licence, licensee_is_a_party, territory_missing, what_was_signed_does_not_move, and, by the database,
 * one_exclusive_licence_per_territory: another exclusive licence of the brand runs in one of the countries
 */
export async function writeLicence(ctx: Ctx, agreementId: string, draft: LicenceDraft): Promise<Outcome<Licence, LicenceProblem>> {
  const { id, type, parties, dates, unproven } = found(await lockAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  if (type !== 'trademark_licence') return refused({ code: 'not_a_licence' })
  if (!parties.some((party) => party.id === draft.licenseeId)) return refused({ code: 'licensee_is_a_party' })
  if (draft.countries.length === 0) return refused({ code: 'territory_missing' })
  const known = await sql.loadLicence(ctx.tx, id)
  if (known && dates.signedOn !== null && unproven === null) return refused({ code: 'what_was_signed_does_not_move' })
  await ctx.journal.event('agreement.licence_written')
  await sql.saveLicence(ctx.tx, id, { ...draft, lastDay: lastDayOf(draft.startsOn, draft.termMonths) })
  return ok(found(await sql.loadLicence(ctx.tx, id)))
}

export type EditionProblem =
  | { readonly code: 'no_licence_yet' }
  | { readonly code: 'an_edition_is_held_under_its_licence' }
  | { readonly code: 'a_theme_is_chosen_by_a_jury' }
  | { readonly code: 'chosen_before_it_is_held' }

/**
 * Records an edition, numbered after the last. Its theme comes with the jury that chose it and the day it did.
 * @refuses no_licence_yet, an_edition_is_held_under_its_licence, a_theme_is_chosen_by_a_jury, chosen_before_it_is_held
 */
export async function addEdition(
  ctx: Ctx,
  agreementId: string,
  edition: Omit<Edition, 'id' | 'number'>,
): Promise<Outcome<number, EditionProblem>> {
  const { id } = found(await lockAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  const licence = await sql.loadLicence(ctx.tx, id)
  if (!licence) return refused({ code: 'no_licence_yet' })
  const { heldOn, theme, jury, themeChosenOn } = edition
  if (heldOn < licence.startsOn || heldOn > licence.lastDay) return refused({ code: 'an_edition_is_held_under_its_licence' })
  const said = [theme, jury, themeChosenOn].filter((each) => each !== null).length
  if (said !== 0 && said !== 3) return refused({ code: 'a_theme_is_chosen_by_a_jury' })
  if (themeChosenOn !== null && themeChosenOn > heldOn) return refused({ code: 'chosen_before_it_is_held' })
  const number = (licence.editions.at(-1)?.number ?? 0) + 1
  await ctx.journal.event('agreement.edition_recorded')
  await sql.insertEdition(ctx.tx, id, licence.id, { number, heldOn, theme, jury, themeChosenOn })
  return ok(number)
}
