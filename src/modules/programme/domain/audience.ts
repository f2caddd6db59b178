import type { Item } from './item.ts'

/** Someone who travels, as an audience is made of them. */
export type Traveller = { readonly id: string; readonly organisationId: string; readonly category: string }

/** The sectors each member follows: member id → theme ids. */
export type Sectors = ReadonlyMap<string, readonly string[]>

/** The members an item is for, in the order of `travellers`. Those who withdrew are not among them. */
export function peopleOf(
  item: Pick<Item, 'audience' | 'organisationIds' | 'memberIds' | 'themeId'>,
  travellers: readonly Traveller[],
  sectors: Sectors,
): string[] {
  const isInvited = (traveller: Traveller): boolean => {
    if (item.audience === 'everyone') return true
    if (item.audience === 'sub_delegations') return item.organisationIds.includes(traveller.organisationId)
    if (item.audience === 'members') return item.memberIds.includes(traveller.id)
    return item.themeId !== null && (sectors.get(traveller.id) ?? []).includes(item.themeId)
  }
  return travellers.filter(isInvited).map(({ id }) => id)
}
