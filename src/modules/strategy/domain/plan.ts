import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'

export type PlanId = Id<'plan'>
export type ObjectiveId = Id<'objective'>
export type DestinationId = Id<'destination'>

/** Each list here has its twin in a CHECK of 0072_strategy.sql; a test compares them. */
export const fieldKinds = ['theme', 'sector'] as const
export type FieldKind = (typeof fieldKinds)[number]

/** A theme or a sector that is preferred; it belongs to an objective, or to the whole strategy. */
export type Field = {
  readonly id: string
  readonly objectiveId: ObjectiveId | null
  readonly kind: FieldKind
  readonly label: Localized
  /** 1 to 5: added to what matches, taken from nothing. */
  readonly weight: number
}

export type Objective = { readonly id: ObjectiveId; readonly title: Localized; readonly version: number }

/** A city, or a whole country when it names none. */
export type Destination = {
  readonly id: DestinationId
  readonly number: number
  readonly cityId: string | null
  readonly cityName: Localized
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly justification: string
  readonly sharedWithId: OrganisationId | null
  readonly sharedWithName: string | null
  readonly version: number
}

/** Years are whole civil years, both ends counted. */
export type Period = { readonly fromYear: number; readonly toYear: number }

export type Plan = Period & {
  readonly id: PlanId
  readonly title: Localized
  readonly purpose: Localized
  /** The document that says so. */
  readonly source: string
  readonly destinationLimit: number
  /** Given up that day: kept and read, changed no more, and its years are free for another. */
  readonly archivedOn: LocalDate | null
  readonly version: number
  readonly objectives: readonly Objective[]
  readonly fields: readonly Field[]
  readonly destinations: readonly Destination[]
}

/** What a form says of a strategy. */
export type PlanFacts = Pick<Plan, 'title' | 'purpose' | 'source' | 'fromYear' | 'toYear' | 'destinationLimit'>

export type PlanLine = Period & {
  readonly id: PlanId
  readonly title: Localized
  readonly destinationLimit: number
  readonly archivedOn: LocalDate | null
  readonly objectiveCount: number
  readonly destinationCount: number
}

/** `tied`: missions, visits, events and agreements that serve its objectives, each once. */
export type WhatRests = { readonly tied: number; readonly reviews: number }

/** Why a strategy stays, or null when nothing rests on it. */
export function whatHolds({ tied, reviews }: WhatRests): 'plan_is_served' | 'plan_was_reviewed' | null {
  if (tied > 0) return 'plan_is_served'
  return reviews > 0 ? 'plan_was_reviewed' : null
}

export function yearsOf({ fromYear, toYear }: Period): number[] {
  return Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index)
}

export function isYearOf(period: Period, year: number): boolean {
  return year >= period.fromYear && year <= period.toYear
}

/** The number a new destination takes: the first that is free. */
export function firstFreeNumber(taken: readonly number[]): number {
  const known = new Set(taken)
  let number = 1
  while (known.has(number)) number += 1
  return number
}
