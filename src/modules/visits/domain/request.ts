import type { Id } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { MissionId } from '#modules/missions/index.ts'

export type RequestId = Id<'visitRequest'>

/** Each list here has its twin in a CHECK of 0045_visit_requests.sql; a test compares them. */
export const requestSources = ['form', 'mail', 'manual'] as const
export type RequestSource = (typeof requestSources)[number]

/** A request waits, then is decided once. */
export const requestStates = ['received', 'accepted', 'redirected', 'declined', 'duplicate'] as const
export type RequestState = (typeof requestStates)[number]

export const askerKinds = ['authority', 'government', 'company', 'academic', 'cultural', 'network', 'press', 'other'] as const
export type AskerKind = (typeof askerKinds)[number]

/** What those who wish to come say of themselves. */
export type RequestFacts = {
  /** The language they are answered in. */
  readonly language: Locale
  readonly asker: string
  readonly askerKind: AskerKind
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly city: string
  readonly contactName: string
  readonly contactEmail: string | null
  readonly contactPhone: string
  readonly headName: string
  readonly headCapacity: string
  readonly peopleCount: number | null
  readonly wishedFrom: LocalDate | null
  readonly wishedTo: LocalDate | null
  readonly topics: string
  readonly purpose: string
}

export type Request = RequestFacts & {
  readonly id: RequestId
  /** Counted from one by the organisation that is asked. */
  readonly number: number
  readonly source: RequestSource
  readonly receivedAt: Instant
  /** The message as it came, when it came by mail. */
  readonly original: string
  readonly state: RequestState
  readonly decidedAt: Instant | null
  readonly decidedByName: string | null
  readonly reason: string | null
  readonly redirectedTo: string | null
  readonly duplicateOf: RequestId | null
  readonly missionId: MissionId | null
  readonly version: number
}

/** One line of the triage board. */
export type RequestLine = Pick<
  Request,
  | 'id'
  | 'number'
  | 'source'
  | 'receivedAt'
  | 'asker'
  | 'askerKind'
  | 'country'
  | 'city'
  | 'headName'
  | 'headCapacity'
  | 'peopleCount'
  | 'wishedFrom'
  | 'wishedTo'
  | 'topics'
  | 'purpose'
  | 'state'
  | 'decidedAt'
  | 'missionId'
  | 'redirectedTo'
>
