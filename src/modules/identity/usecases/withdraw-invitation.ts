import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Ok, ok } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { InvitationId } from '../domain/membership.ts'
import { mayManageMembers } from '../domain/rights.ts'
import * as sql from '../sql/invitations.ts'

/** Its link stops working at once. @throws NotFound when it is not an open invitation of the acting organisation. */
export async function withdrawInvitation(ctx: Ctx, id: InvitationId): Promise<Ok<null>> {
  allow(mayManageMembers(ctx.actor))
  await ctx.journal.event('invitation.withdrawn')
  const count = await sql.withdrawInvitations(ctx.tx, { id }, ctx.now)
  found(count === 1 || null)
  return ok(null)
}
