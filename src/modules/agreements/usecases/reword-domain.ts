import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { Domain } from '../domain/pledges.ts'
import { mayKeepAgreements } from '../domain/rights.ts'
import { lockAgreement } from '../sql/agreements.ts'
import * as sql from '../sql/pledges.ts'

/** The words of a domain as they should read: its pledges in order, without an id those that are new. */
export type Rewording = {
  readonly version: number
  readonly title: Localized
  readonly pledges: readonly { readonly id: string | null; readonly title: Localized }[]
}

export type RewordingProblem = { readonly code: 'stale_edit'; readonly saved: Domain } | { readonly code: 'pledge_has_actions' }

/**
 * Writes a domain and its pledges anew; a pledge left out is removed, unless something is done for it. The journal keeps every wording.
 * `version` is the one that was read: if somebody saved since, nothing is overwritten, and what they saved comes back to be compared.
 * @refuses stale_edit, pledge_has_actions
 */
export async function rewordDomain(
  ctx: Ctx,
  agreementId: string,
  domainId: string,
  { version, title, pledges }: Rewording,
): Promise<Outcome<null, RewordingProblem>> {
  const { id } = found(await lockAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  const saved = found((await sql.listDomains(ctx.tx, id)).find((known) => known.id === domainId))
  if (saved.version !== version) return refused({ code: 'stale_edit', saved })
  const kept = pledges.filter((pledge) => pledge.id !== null)
  for (const pledge of kept) found(saved.pledges.find((known) => known.id === pledge.id))
  const leftOut = saved.pledges.filter((known) => !kept.some((pledge) => pledge.id === known.id))
  if (leftOut.some(({ actions }) => actions.length > 0)) return refused({ code: 'pledge_has_actions' })
  await ctx.journal.event('agreement.domain_reworded')
  await sql.updateDomain(ctx.tx, domainId, title)
  await sql.deletePledges(
    ctx.tx,
    leftOut.map((pledge) => pledge.id),
  )
  for (const [position, pledge] of pledges.entries()) {
    if (pledge.id === null) await sql.insertPledges(ctx.tx, id, domainId, [pledge.title], position)
    else await sql.updatePledge(ctx.tx, pledge.id, pledge.title, position)
  }
  return ok(null)
}
