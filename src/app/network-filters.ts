/** What is shown of the network at once: cities with something of this kind. */
export const networkFilters = ['agreement', 'mission', 'visit', 'attention'] as const
export type NetworkFilter = (typeof networkFilters)[number]

type Counted = { readonly agreements: number; readonly missions: number; readonly visits: number; readonly asks: boolean }

export function isShown(city: Counted, filter: NetworkFilter | null): boolean {
  switch (filter) {
    case 'agreement':
      return city.agreements > 0
    case 'mission':
      return city.missions > 0
    case 'visit':
      return city.visits > 0
    case 'attention':
      return city.asks
    case null:
      return true
  }
}
