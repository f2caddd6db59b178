import { allow, hasRole } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { NamedOverdue, Purge } from '../domain/retention.ts'
import { listOwnOverdue, listPurges } from '../sql/retention.ts'

/** What the rules would erase of one's organisation today, and what they erased: for its administrators. Nothing is erased by looking. */
export async function readRetention(ctx: Ctx): Promise<{ readonly overdue: readonly NamedOverdue[]; readonly purges: readonly Purge[] }> {
  allow(hasRole(ctx.actor, 'administrator'))
  return { overdue: await listOwnOverdue(ctx.tx, ctx.today), purges: await listPurges(ctx.tx) }
}
