import type { Ctx } from '#platform/context.ts'
import { type ShownSlot, shownSlots } from '../domain/shown-slots.ts'
import { listEventLegs } from '../sql/legs.ts'
import { listSlots } from '../sql/setup.ts'

/** The slots of an event, each on the clocks of its city. */
export async function readSlots(ctx: Ctx, eventId: string): Promise<ShownSlot[]> {
  return shownSlots(await listSlots(ctx.tx, eventId), await listEventLegs(ctx.tx, eventId))
}
