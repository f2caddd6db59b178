import type { Id } from '#platform/pure/ids.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Qualifier } from '#platform/pure/qualified.ts'

export type FactId = Id<'cityFact'>

/** What a source says of a city: « 18ᵉ puissance économique », among the countries of the world, 2017, press release. */
export type Fact = {
  readonly id: FactId
  readonly label: Localized
  /** As the source writes it. */
  readonly value: string
  readonly qualifier: Qualifier
  readonly year: number
  /** Among whom, or of what; empty when it goes without saying. */
  readonly scope: Localized
  readonly source: string
}
export type FactDraft = Omit<Fact, 'id'>
