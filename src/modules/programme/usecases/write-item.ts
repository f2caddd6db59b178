import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { listMembers } from '#modules/delegations/index.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import { type ItemWords, describeItem } from '../domain/describe-item.ts'
import '../domain/events.ts'
import type { Item, ItemDraft, ItemId, ItemState } from '../domain/item.ts'
import { type Spot, movedTo } from '../domain/move.ts'
import type { ItemProblem, LifeProblem } from '../domain/problems.ts'
import { mayArrange, mayChangeWhatWasBrought, mayPropose } from '../domain/rights.ts'
import * as sql from '../sql.ts'
import { listVehicles } from '../sql/vehicles.ts'

export type StaleItem = { readonly code: 'stale_edit'; readonly saved: Item }

/**
 * Proposes an item. A partner proposes in its own name; the organisers may write for any partner.
 * @refuses all that `describeItem` refuses
 */
export async function proposeItem(ctx: Ctx, missionId: string, words: ItemWords): Promise<Outcome<ItemId, ItemProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayPropose(ctx.actor, mission.partners))
  await sql.lockProgramme(ctx.tx, mission.id, 'writing')
  const draft = await describe(ctx, mission, words, ctx.actor.organisationId)
  if (!draft.ok) return draft
  const id = crypto.randomUUID() as ItemId
  await ctx.journal.event('programme.item_proposed')
  await sql.insertItem(ctx.tx, mission.id, id, draft.value)
  return ok(id)
}

/**
 * Changes an item as a whole. `version` is the one the person was looking at: if someone saved since, nothing is overwritten and the saved item comes
 * back to be compared.
 * @refuses stale_edit, and all that `describeItem` refuses
 */
export async function changeItem(
  ctx: Ctx,
  missionId: string,
  itemId: string,
  version: number,
  words: ItemWords,
): Promise<Outcome<Item, StaleItem | ItemProblem>> {
  const { mission, item } = await openItem(ctx, missionId, itemId)
  if (item.version !== version) return refused({ code: 'stale_edit', saved: item })
  const draft = await describe(ctx, mission, words, item.organiserId)
  if (!draft.ok) return draft
  await ctx.journal.event('programme.item_changed')
  await sql.updateItem(ctx.tx, mission.id, item.id, draft.value)
  return ok(found(await sql.loadItem(ctx.tx, mission.id, item.id)))
}

/**
 * Moves an item to another day or hour of its leg's clocks; it lasts as long. `version` is the one the person was looking at.
 * @refuses stale_edit
 */
export async function moveItem(
  ctx: Ctx,
  missionId: string,
  itemId: string,
  version: number,
  spot: Spot,
): Promise<Outcome<Item, StaleItem>> {
  const { mission, item } = await openItem(ctx, missionId, itemId)
  if (item.version !== version) return refused({ code: 'stale_edit', saved: item })
  await ctx.journal.event('programme.item_changed')
  await sql.updateItem(ctx.tx, mission.id, item.id, draftOf(movedTo(item, spot)))
  return ok(found(await sql.loadItem(ctx.tx, mission.id, item.id)))
}

/**
 * Confirms an item, cancels it, or takes it up again.
 * @refuses already_in_this_state
 */
export async function setItemState(ctx: Ctx, missionId: string, itemId: string, state: ItemState): Promise<Outcome<ItemId, LifeProblem>> {
  const { mission, item } = await openItem(ctx, missionId, itemId)
  if (item.state === state) return refused({ code: 'already_in_this_state' })
  await ctx.journal.event('programme.item_changed')
  await sql.updateItem(ctx.tx, mission.id, item.id, { ...draftOf(item), state })
  return ok(item.id)
}

/**
 * Takes back a proposal nobody was told of.
 * @refuses a_released_item_is_cancelled_not_removed
 */
export async function removeItem(ctx: Ctx, missionId: string, itemId: string): Promise<Outcome<null, LifeProblem>> {
  const { item } = await openItem(ctx, missionId, itemId)
  if (await sql.wasReleased(ctx.tx, item.id)) return refused({ code: 'a_released_item_is_cancelled_not_removed' })
  await ctx.journal.event('programme.item_removed')
  await sql.deleteItem(ctx.tx, item.id)
  return ok(null)
}

/** What is written of an item, without what the database adds. */
export function draftOf({ id: _id, organiserName: _name, version: _version, ...draft }: Item): ItemDraft {
  return draft
}

async function openItem(ctx: Ctx, missionId: string, itemId: string): Promise<{ mission: Mission; item: Item }> {
  const mission = found(await loadMission(ctx.tx, missionId))
  const known = found(await sql.loadItem(ctx.tx, mission.id, itemId))
  allow(mayChangeWhatWasBrought(ctx.actor, mission.partners, known.organiserId))
  await sql.lockProgramme(ctx.tx, mission.id, 'writing')
  return { mission, item: found(await sql.lockItem(ctx.tx, mission.id, itemId)) }
}

/** Only the organisers of the mission say who organises an item; whoever else writes keeps it as it was. */
async function describe(ctx: Ctx, mission: Mission, words: ItemWords, organiserId: string): Promise<Outcome<ItemDraft, ItemProblem>> {
  const members = await listMembers(ctx.tx, mission.id, { state: 'any' })
  return describeItem(
    { ...words, organiserId: mayArrange(ctx.actor, mission.partners) ? (words.organiserId ?? organiserId) : organiserId },
    {
      mission,
      venues: await sql.listVenues(ctx.tx, mission.id),
      tracks: await sql.listTracks(ctx.tx, mission.id),
      vehicles: await listVehicles(ctx.tx, mission.id),
      memberIds: new Set(members.map(({ id }) => id)),
      ownOrganisationId: ctx.actor.organisationId,
    },
  )
}
