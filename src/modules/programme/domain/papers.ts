import type { OrganisationId } from '#platform/actor.ts'

/** A file that goes with an item, as the reader may see it. */
export type ItemDocument = {
  readonly id: string
  readonly fileId: string
  readonly name: string
  readonly isShared: boolean
  /** Also in the pockets of those invited to the item: of every delegation when partners read it, else of its owner's alone. */
  readonly forMembers: boolean
  readonly organisationId: OrganisationId
  readonly organisationName: string
}

/** What an organisation writes about an item for its own people: protocol, who sits across the table, what was promised last time. */
export type ItemNote = { readonly itemId: string; readonly body: string; readonly version: number }
