import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { peopleOf } from '../domain/audience.ts'
import type { Item } from '../domain/item.ts'
import { type Consequences, type Spot, consequencesOf, spotOf } from '../domain/move.ts'
import { mayChangeWhatWasBrought } from '../domain/rights.ts'
import { wasReleased } from '../sql.ts'
import { type ProgrammeDraft, readDraft } from './read-draft.ts'

export type MovePreview = Consequences & {
  readonly draft: ProgrammeDraft
  readonly item: Item
  /** Who would be told at the next release: nobody while the item was never released, or does not move. */
  readonly toldCount: number
}

/** What moving an item would do, before anything is written. Without a spot, the item stays where it is. */
export async function previewMove(ctx: Ctx, missionId: string, itemId: string, spot: Partial<Spot>): Promise<MovePreview> {
  const draft = await readDraft(ctx, missionId)
  const item = found(draft.items.find(({ id }) => id === itemId))
  allow(mayChangeWhatWasBrought(ctx.actor, draft.mission.partners, item.organiserId))
  const consequences = consequencesOf(draft.items, draft, item, { ...spotOf(item), ...spot })
  const isTold = consequences.moved.startsAt !== item.startsAt && (await wasReleased(ctx.tx, item.id))
  return { ...consequences, draft, item, toldCount: isTold ? peopleOf(item, draft.travellers, draft.sectors).length : 0 }
}
