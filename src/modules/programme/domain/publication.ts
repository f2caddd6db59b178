import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { FrozenItem } from './content.ts'

/** Where the programme of a mission may be read by anybody, and which of its items. */
export type Publication = {
  readonly slug: string
  readonly isOpen: boolean
  readonly itemIds: readonly string[]
  readonly version: number
}

export const noPublication: Publication = { slug: '', isOpen: false, itemIds: [], version: 0 }

/** The public facts of an item: no name of a person, no instruction, no file. `public_facts` of the database keeps these fields and no others. */
export type PublicItem = Pick<
  FrozenItem,
  'id' | 'type' | 'state' | 'title' | 'languages' | 'startsAt' | 'endsAt' | 'timeZone' | 'venue' | 'organiser'
>

/** A published programme as whoever holds its address reads it. */
export type PublicProgramme = {
  readonly title: Localized
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  /** Who leads the mission. */
  readonly organiserName: string
  readonly items: readonly PublicItem[]
  /** The latest first. A release changed what is told of it here, of items that were public when it came out. */
  readonly releases: readonly {
    readonly number: number
    readonly releasedAt: Instant
    readonly changes: readonly { readonly before: PublicItem | null; readonly after: PublicItem }[]
  }[]
}

export function publicPath(slug: string): string {
  return `/programmes/${slug}`
}
