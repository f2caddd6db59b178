import type { Ctx } from '#platform/context.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { listEngagements } from '#modules/programme/index.ts'
import { type Blocked, blockedSlots } from '../domain/blocked.ts'
import type { MeetingEvent } from '../domain/event.ts'
import { listSlots } from '../sql/setup.ts'
import { listTravellers } from '../sql/travellers.ts'

/** What the programme of the mission takes from those who come to the meetings, with the titles of its items. */
export type ReadBlocked = {
  readonly of: ReadonlyMap<string, readonly Blocked[]>
  readonly titles: Readonly<Record<string, Localized>>
}

export async function readBlocked(ctx: Ctx, event: Pick<MeetingEvent, 'id' | 'missionId'>): Promise<ReadBlocked> {
  const travellers = await listTravellers(ctx.tx, event.id)
  if (travellers.length === 0) return { of: new Map(), titles: {} }
  const engagements = await listEngagements(ctx, event.missionId)
  return {
    of: blockedSlots(travellers, engagements, await listSlots(ctx.tx, event.id)),
    titles: Object.fromEntries(engagements.flatMap(({ item }) => (item ? [[item.id, item.title]] : []))),
  }
}

/** The same as pairs of who and when. */
export async function listBlocked(ctx: Ctx, event: Pick<MeetingEvent, 'id' | 'missionId'>): Promise<{ whoId: string; slotId: string }[]> {
  const { of } = await readBlocked(ctx, event)
  return [...of].flatMap(([whoId, blocked]) => blocked.map(({ slotId }) => ({ whoId, slotId })))
}
