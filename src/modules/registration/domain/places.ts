import type { OrganisationId } from '#platform/actor.ts'

/** The places of one partner: a fact of the room, read by every partner. `places` is null when nothing limits them. */
export type Places = {
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly places: number | null
  readonly taken: number
  readonly waiting: number
  /** Of those taken, by an application; the others were listed by an officer, or imported. */
  readonly byApplication: number
  readonly version: number
}

/**
 * Places for someone new: those who wait already come first. Infinity when nothing limits them.
 * The database has the last word (`a_sub_delegation_keeps_to_its_quota`).
 */
export function openPlaces({ places, taken, waiting }: Pick<Places, 'places' | 'taken' | 'waiting'>): number {
  return places === null ? Number.POSITIVE_INFINITY : Math.max(0, places - taken - waiting)
}

/** The most a quota may say. Twin of `places_are_few_enough`. */
export const mostPlaces = 10_000

export type QuotaProblem = { readonly code: 'stale_edit' | 'a_quota_covers_who_travels_already' }
