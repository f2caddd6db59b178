import type { Localized } from '#platform/pure/localized.ts'

/** Where one writes to ask for a visit. */
export type Desk = {
  readonly slug: string
  readonly isOpen: boolean
  readonly welcome: Localized
  /** The least sum of weights that makes a strong interest. */
  readonly strongFrom: number
  readonly version: number
}

/** What whoever holds the address reads. */
export type PublicDesk = { readonly organisationName: string; readonly isOpen: boolean; readonly welcome: Localized }

/** Before an organisation has set anything. */
export const noDesk: Desk = { slug: '', isOpen: false, welcome: {}, strongFrom: 4, version: 0 }

/** The published address of a desk. */
export function deskPath(slug: string): string {
  return `/demande-de-visite/${slug}`
}
