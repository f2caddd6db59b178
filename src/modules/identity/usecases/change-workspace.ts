import { allow } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { maySetOrganisation } from '../domain/rights.ts'
import type { Workspace } from '../domain/workspace.ts'
import * as sql from '../sql/workspace.ts'

/** Currency, zone and language of the acting organisation. What is already recorded keeps its own currency. @refuses stale_edit */
export async function changeWorkspace(
  ctx: Ctx,
  { version, ...change }: Workspace,
): Promise<Outcome<null, { readonly code: 'stale_edit' }>> {
  allow(maySetOrganisation(ctx.actor))
  await ctx.journal.event('workspace.changed')
  return (await sql.changeWorkspace(ctx.tx, version, change)) ? ok(null) : refused({ code: 'stale_edit' })
}
