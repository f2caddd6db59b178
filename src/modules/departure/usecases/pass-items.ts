import { allow } from '#platform/actor.ts'
import { type PassWork, mayHandOver } from '#modules/missions/index.ts'
import * as sql from '../sql/handover.ts'

/** Someone leaves: what they are to see to before departures passes to a colleague, in the transaction of the handover. */
export const passItems: PassWork = (ctx, from, to) => {
  allow(mayHandOver(ctx.actor))
  return sql.passItems(ctx.tx, from, to)
}
