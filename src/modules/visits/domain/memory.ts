import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'

/** What is remembered: a request that was made, a delegation that was received, a mission that went there. */
export const memoryKinds = ['request', 'visit', 'mission'] as const
export type MemoryKind = (typeof memoryKinds)[number]

/** How near it is to who asks now. */
export const nearnesses = ['asker', 'city', 'country'] as const
export type Nearness = (typeof nearnesses)[number]

export type Memory = {
  readonly kind: MemoryKind
  /** Of the request or of the mission: where its page is. */
  readonly id: string
  readonly title: Localized
  readonly who: string
  readonly city: string
  readonly on: LocalDate | null
  readonly nearness: Nearness
  /** Of a request. */
  readonly state: string | null
}

/** Someone is known who came before, or whose city was visited; another delegation of a large country is not an acquaintance. */
export function isAcquaintance(memories: readonly Memory[]): boolean {
  return memories.some(({ nearness }) => nearness !== 'country')
}
