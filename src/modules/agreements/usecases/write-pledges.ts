import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { type Action, type ActionState, isOpenAction } from '../domain/pledges.ts'
import { mayKeepAgreements } from '../domain/rights.ts'
import { loadAgreement } from '../sql/agreements.ts'
import * as sql from '../sql/pledges.ts'

/** Writes a domain of an agreement with what is promised in it, a pledge a line. */
export async function writeDomain(
  ctx: Ctx,
  agreementId: string,
  domain: { readonly title: Localized; readonly pledges: readonly Localized[] },
): Promise<Outcome<string, never>> {
  const { id } = found(await loadAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  await ctx.journal.event('agreement.domain_written')
  return ok(await sql.insertDomain(ctx.tx, id, domain.title, domain.pledges))
}

/** Removes a domain for which nothing was done yet. @refuses domain_has_actions */
export async function removeDomain(
  ctx: Ctx,
  agreementId: string,
  domainId: string,
): Promise<Outcome<null, { readonly code: 'domain_has_actions' }>> {
  const { id } = found(await loadAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  const domain = found((await sql.listDomains(ctx.tx, id)).find((known) => known.id === domainId))
  if (domain.pledges.some(({ actions }) => actions.length > 0)) return refused({ code: 'domain_has_actions' })
  await ctx.journal.event('agreement.domain_removed')
  await sql.deleteDomain(ctx.tx, domain.id)
  return ok(null)
}

/** Plans an action for a pledge, with who answers for it on each side. */
export async function planAction(ctx: Ctx, agreementId: string, action: sql.NewAction): Promise<Outcome<string, never>> {
  const { id } = found(await loadAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  const domains = await sql.listDomains(ctx.tx, id)
  found(domains.flatMap(({ pledges }) => pledges).find((pledge) => pledge.id === action.pledgeId))
  await ctx.journal.event('agreement.action_written')
  return ok(await sql.insertAction(ctx.tx, id, action))
}

/** What is not said of the plan stays as it was. */
export type Progress = Partial<Omit<sql.NewAction, 'pledgeId'>> & {
  readonly version: number
  readonly state: ActionState
  readonly evidence: string
}

export type ProgressProblem =
  | { readonly code: 'what_is_done_shows_its_evidence' }
  | { readonly code: 'stale_action' }
  | { readonly code: 'a_closed_action_reopens_for_a_reason' }

/**
 * Says how far an action has come, and what of it has changed: its words, who answers for it, its day. What is done, or given up, shows
 * its evidence: a link, a reference, a sentence.
 * @refuses stale_action, what_is_done_shows_its_evidence, a_closed_action_reopens_for_a_reason
 */
export async function progressAction(
  ctx: Ctx,
  agreementId: string,
  actionId: string,
  { version, state, evidence, ...plan }: Progress,
): Promise<Outcome<Action, ProgressProblem>> {
  const { id } = found(await loadAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  const action = found(await findAction(ctx, id, actionId))
  if (action.version !== version) return refused({ code: 'stale_action' })
  const isClosed = !isOpenAction({ state })
  if (!isClosed && !isOpenAction(action)) return refused({ code: 'a_closed_action_reopens_for_a_reason' })
  if (isClosed && evidence.trim() === '') return refused({ code: 'what_is_done_shows_its_evidence' })
  await ctx.journal.event('agreement.action_progressed')
  await sql.updateAction(ctx.tx, action.id, {
    ...plan,
    state,
    evidence: evidence.trim(),
    closedOn: isClosed ? (action.closedOn ?? ctx.today) : null,
  })
  return ok(found(await findAction(ctx, id, actionId)))
}

export async function findAction(ctx: Ctx, agreementId: string, actionId: string): Promise<Action | undefined> {
  const domains = await sql.listDomains(ctx.tx, agreementId)
  return domains.flatMap(({ pledges }) => pledges.flatMap(({ actions }) => actions)).find(({ id }) => id === actionId)
}
