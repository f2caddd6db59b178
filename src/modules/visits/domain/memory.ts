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
  readonly city: Localized
  readonly on: LocalDate | null
  readonly nearness: Nearness
  /** Of a request. */
  readonly state: string | null
}

/** Someone met on a visit. */
export type Met = {
  readonly guestId: string
  readonly name: string
  readonly title: string
  readonly missionId: string
  readonly missionTitle: Localized
  readonly on: LocalDate | null
}

export type MemoryCounts = {
  readonly requests: number
  readonly visits: number
  readonly missions: number
  readonly agreements: number
  /** Visits and missions that have not begun. */
  readonly planned: number
  /** The year of the latest visit or mission. */
  readonly lastYear: number | null
}

/** What is known of an organisation and its city, in figures. What is only planned is no memory yet, and is counted apart. */
export function countMemories(near: readonly Memory[], agreements: number, today: LocalDate): MemoryCounts {
  const isPlanned = ({ kind, on }: Memory) => kind !== 'request' && on !== null && on > today
  const past = near.filter((memory) => !isPlanned(memory))
  const count = (kind: MemoryKind) => new Set(past.filter((memory) => memory.kind === kind).map(({ id }) => id)).size
  const years = past.flatMap(({ kind, on }) => (kind !== 'request' && on !== null ? [Number(on.slice(0, 4))] : []))
  return {
    requests: count('request'),
    visits: count('visit'),
    missions: count('mission'),
    agreements,
    planned: new Set(near.filter(isPlanned).map(({ id }) => id)).size,
    lastYear: years.length === 0 ? null : Math.max(...years),
  }
}

/** Someone is known who came before, or whose city was visited; another delegation of a large country is not an acquaintance. */
export function isAcquaintance(memories: readonly Memory[]): boolean {
  return memories.some(({ nearness }) => nearness !== 'country')
}
