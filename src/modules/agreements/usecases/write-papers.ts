import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { isLanguageTag } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { Amendment, MissionLink, Wording } from '../domain/papers.ts'
import { mayKeepAgreements } from '../domain/rights.ts'
import { endOf } from '../domain/term.ts'
import { lockAgreement } from '../sql/agreements.ts'
import { deleteMissionLink, insertMissionLink } from '../sql/mission-links.ts'
import * as sql from '../sql/papers.ts'

export type WordingProblem =
  | { readonly code: 'language_is_a_tag' }
  | { readonly code: 'what_was_signed_does_not_move' }
  | { readonly code: 'stale_wording' }

/**
 * Writes the text in one language. `version` is that of the text that was read; 0 for a language that had none.
 * Once signed with its proofs, a text is there or is not: a missing one may be added, none may change.
 * @refuses language_is_a_tag, what_was_signed_does_not_move, stale_wording
 */
export async function writeWording(ctx: Ctx, agreementId: string, wording: Wording): Promise<Outcome<null, WordingProblem>> {
  const { id, dates, unproven } = found(await lockAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  if (!isLanguageTag(wording.language)) return refused({ code: 'language_is_a_tag' })
  const known = (await sql.listWordings(ctx.tx, id)).find(({ language }) => language === wording.language)
  if (known && dates.signedOn !== null && unproven === null) return refused({ code: 'what_was_signed_does_not_move' })
  if ((known?.version ?? 0) !== wording.version) return refused({ code: 'stale_wording' })
  await ctx.journal.event('agreement.wording_written')
  await sql.saveWording(ctx.tx, id, wording)
  return ok(null)
}

export type AmendmentProblem =
  | { readonly code: 'not_signed_yet' }
  | { readonly code: 'amended_before_it_was_signed' }
  | { readonly code: 'prolongs_no_further' }
  | { readonly code: 'date_in_the_future' }

/**
 * Records an amendment, numbered after the last. One that prolongs moves the last day, and the notices of the term with it.
 * @refuses not_signed_yet, amended_before_it_was_signed, prolongs_no_further, date_in_the_future
 */
export async function amendAgreement(
  ctx: Ctx,
  agreementId: string,
  amendment: Omit<Amendment, 'id' | 'number'>,
): Promise<Outcome<number, AmendmentProblem>> {
  const { id, dates, unproven, term } = found(await lockAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  const since = dates.signedOn ?? unproven?.attestedOn ?? null
  if (since === null) return refused({ code: 'not_signed_yet' })
  if (amendment.signedOn < since) return refused({ code: 'amended_before_it_was_signed' })
  if (amendment.signedOn > ctx.today) return refused({ code: 'date_in_the_future' })
  const end = endOf(term)
  if (amendment.prolongsTo !== null && (amendment.prolongsTo < amendment.signedOn || (end !== null && amendment.prolongsTo <= end)))
    return refused({ code: 'prolongs_no_further' })
  const number = (await sql.listAmendments(ctx.tx, id)).reduce((last, each) => Math.max(last, each.number), 0) + 1
  await ctx.journal.event('agreement.amended')
  await sql.insertAmendment(ctx.tx, id, { ...amendment, number })
  return ok(number)
}

/**
 * Ties a mission the caller has found to an agreement. The database refuses a mission the organisation has no seat at.
 * @refuses a_mission_is_linked_once, signed_during_one_mission (both by the database)
 */
export async function linkMission(ctx: Ctx, agreementId: string, missionId: string, link: MissionLink): Promise<Outcome<null, never>> {
  const { id } = found(await lockAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  await ctx.journal.event('agreement.mission_linked')
  await insertMissionLink(ctx.tx, id, missionId, link)
  return ok(null)
}

export async function unlinkMission(ctx: Ctx, agreementId: string, missionId: string): Promise<Outcome<null, never>> {
  const { id } = found(await lockAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  await ctx.journal.event('agreement.mission_unlinked')
  await deleteMissionLink(ctx.tx, id, missionId)
  return ok(null)
}
