import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { Mandate, Partner } from '../domain/mission.ts'
import { mayCloseAccounts, mayWriteOwnPart } from '../domain/rights.ts'
import { lockMission } from '../sql/missions.ts'
import { loadMandate, loadNarrative, saveMandate, saveNarrative } from '../sql/own-part.ts'
import { updatePartner } from '../sql/partners.ts'

export type MandateProblem = { readonly code: 'mandate_in_the_future' }

/**
 * Records when the special mandate of one's elected members was voted (CGCT L2123-18, L3123-19, L4135-19).
 * @refuses mandate_in_the_future: what is planned is not voted
 */
export async function recordMandate(
  ctx: Ctx,
  missionId: string,
  mandate: Omit<Mandate, 'version'>,
): Promise<Outcome<null, MandateProblem>> {
  const mission = found(await lockMission(ctx.tx, missionId))
  allow(mayWriteOwnPart(ctx.actor, mission.partners))
  if (mandate.decidedOn > ctx.today) return refused({ code: 'mandate_in_the_future' })
  await ctx.journal.event('mission.mandate_recorded')
  await saveMandate(ctx.tx, mission.id, mandate)
  return ok(null)
}

/**
 * The same from a form that showed the mandate of `version`, 0 when there was none.
 * @refuses stale_mandate when a colleague recorded another since, mandate_in_the_future
 */
export async function changeMandate(
  ctx: Ctx,
  missionId: string,
  version: number,
  mandate: Omit<Mandate, 'version'>,
): Promise<Outcome<null, MandateProblem | { readonly code: 'stale_mandate'; readonly saved: { readonly mandate: Mandate } }>> {
  const mission = found(await lockMission(ctx.tx, missionId))
  allow(mayWriteOwnPart(ctx.actor, mission.partners))
  const saved = await loadMandate(ctx.tx, mission.id, ctx.actor.organisationId)
  if (saved && saved.version !== version) return refused({ code: 'stale_mandate', saved: { mandate: saved } })
  return recordMandate(ctx, mission.id, mandate)
}

/**
 * Writes what the acting organisation will say of the mission in its own report.
 * @refuses stale_narrative when a colleague saved another text since `version`
 */
export async function writeNarrative(
  ctx: Ctx,
  missionId: string,
  version: number,
  body: Localized,
): Promise<
  Outcome<null, { readonly code: 'stale_narrative'; readonly saved: { readonly narrative: Localized; readonly version: number } }>
> {
  const mission = found(await lockMission(ctx.tx, missionId))
  allow(mayWriteOwnPart(ctx.actor, mission.partners))
  const saved = await loadNarrative(ctx.tx, mission.id)
  if (saved && saved.version !== version)
    return refused({ code: 'stale_narrative', saved: { narrative: saved.body, version: saved.version } })
  await ctx.journal.event('mission.narrative_written')
  await saveNarrative(ctx.tx, mission.id, body)
  return ok(null)
}

export type AccountsProblem = {
  readonly code: 'not_returned_yet' | 'accounts_already_closed' | 'accounts_already_open' | 'already_ratified'
}

/**
 * Closes one's accounts of a mission: from then on the ledger refuses new lines from this partner.
 * @refuses not_returned_yet, accounts_already_closed
 */
export async function closeAccounts(ctx: Ctx, missionId: string): Promise<Outcome<null, AccountsProblem>> {
  const mission = found(await lockMission(ctx.tx, missionId))
  allow(mayCloseAccounts(ctx.actor, mission.partners))
  const seat = ownSeat(ctx, mission.partners)
  if (mission.endsOn === null || mission.endsOn >= ctx.today) return refused({ code: 'not_returned_yet' })
  if (seat.accountsClosedOn !== null) return refused({ code: 'accounts_already_closed' })
  await ctx.journal.event('mission.accounts_closed')
  await updatePartner(ctx.tx, seat.id, { accountsClosedOn: ctx.today })
  return ok(null)
}

/**
 * Opens one's accounts again, as long as no assembly has ratified them.
 * @refuses accounts_already_open, already_ratified
 */
export async function reopenAccounts(ctx: Ctx, missionId: string): Promise<Outcome<null, AccountsProblem>> {
  const mission = found(await lockMission(ctx.tx, missionId))
  allow(mayCloseAccounts(ctx.actor, mission.partners))
  const seat = ownSeat(ctx, mission.partners)
  if (seat.accountsClosedOn === null) return refused({ code: 'accounts_already_open' })
  if (seat.ratifiedOn !== null) return refused({ code: 'already_ratified' })
  await ctx.journal.event('mission.accounts_closed')
  await updatePartner(ctx.tx, seat.id, { accountsClosedOn: null })
  return ok(null)
}

/** For the acts module: the assembly of the acting organisation has ratified its part of a mission. Closes its accounts if they were not. */
export async function markRatified(ctx: Ctx, missionId: string, votedOn: LocalDate): Promise<void> {
  const mission = found(await lockMission(ctx.tx, missionId))
  const seat = ownSeat(ctx, mission.partners)
  await ctx.journal.event('mission.ratified')
  await updatePartner(ctx.tx, seat.id, { ratifiedOn: votedOn, accountsClosedOn: seat.accountsClosedOn ?? votedOn })
}

function ownSeat(ctx: Ctx, partners: readonly Partner[]): Partner {
  return found(partners.find((seat) => seat.organisationId === ctx.actor.organisationId && seat.leftAt === null))
}
