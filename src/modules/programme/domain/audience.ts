import type { Item } from './item.ts'

/** Someone who travels, as an audience is made of them. */
export type Traveller = {
  readonly id: string
  readonly organisationId: string
  readonly category: string
  /** The legs their partner takes part in; none is named when it is all of them. */
  readonly legIds: readonly string[]
}

/** The sectors each member follows: member id → theme ids. */
export type Sectors = ReadonlyMap<string, readonly string[]>

/**
 * The members an item is for, in the order of `travellers`. Those who withdrew are not among them, nor those of a partner that does not take part
 * in the leg, unless they are named.
 */
export function peopleOf(
  item: Pick<Item, 'legId' | 'audience' | 'organisationIds' | 'memberIds' | 'themeId'>,
  travellers: readonly Traveller[],
  sectors: Sectors,
): string[] {
  const isInvited = (traveller: Traveller): boolean => {
    if (item.audience === 'members') return item.memberIds.includes(traveller.id)
    if (traveller.legIds.length > 0 && !traveller.legIds.includes(item.legId)) return false
    if (item.audience === 'everyone') return true
    if (item.audience === 'sub_delegations') return item.organisationIds.includes(traveller.organisationId)
    return item.themeId !== null && (sectors.get(traveller.id) ?? []).includes(item.themeId)
  }
  return travellers.filter(isInvited).map(({ id }) => id)
}
