import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'

export const presets = ['tables', 'visits'] as const
export type Preset = (typeof presets)[number]
export const circleKinds = ['home', 'host', 'institution', 'laboratory'] as const
export type CircleKind = (typeof circleKinds)[number]
/** What a meeting may need besides the two who meet and a language in common. */
export const companyKinds = ['escort', 'vehicle'] as const
export type CompanyKind = (typeof companyKinds)[number]
export const resourceKinds = ['interpreter', 'escort', 'vehicle'] as const
export type ResourceKind = (typeof resourceKinds)[number]

export type EventId = Id<'meetingEvent'>

/** How an event is held: the length of its slots in minutes, the way from one spot to another, until when wishes are taken. */
export type EventTerms = {
  readonly title: Localized
  readonly slotMinutes: number
  readonly pauseMinutes: number
  readonly nearMinutes: number
  readonly farMinutes: number
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly answerDays: number
}

export type MeetingEvent = EventTerms & {
  readonly id: EventId
  readonly missionId: string
  readonly legId: string
  readonly organisationId: OrganisationId
  readonly preset: Preset
  readonly timeZone: TimeZone
  readonly version: number
}

/** A leg of the mission that an event is held on. Legs come in the order of the mission. */
export type EventLeg = { readonly id: string; readonly cityName: Localized; readonly timeZone: TimeZone }

export type Slot = {
  readonly id: string
  readonly stretch: number
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly legId: string
  /** Of its leg. */
  readonly timeZone: TimeZone
}

/** A group of participants to whom the same rules apply. */
export type CircleDraft = {
  readonly kind: CircleKind
  readonly name: Localized
  readonly target: number
  readonly meetingQuota: number
  readonly requestQuota: number
}
export type Circle = CircleDraft & { readonly id: string; readonly version: number }

/** One direction: those of `fromId` may ask those of `toId`. */
export type RuleDraft = {
  readonly fromId: string
  readonly toId: string
  readonly isAnswered: boolean
  readonly company: readonly CompanyKind[]
}
export type Rule = RuleDraft & { readonly id: string }

export type ResourceDraft = { readonly kind: ResourceKind; readonly name: string; readonly languages: readonly string[] }
export type Resource = ResourceDraft & { readonly id: string }

/** `participantId` names whose address it is; null for a table that anybody may use. Without a leg, that on which the event was opened. */
export type SpotDraft = {
  readonly name: string
  readonly district: string
  readonly address: string
  readonly participantId: string | null
  readonly legId?: string | null
}
export type Spot = SpotDraft & { readonly id: string; readonly legId: string }

/** What a new event begins with. Figures are those of a usual event of its kind; the organisers change all of them. */
export function presetTerms(
  preset: Preset,
): Pick<EventTerms, 'slotMinutes' | 'pauseMinutes' | 'nearMinutes' | 'farMinutes' | 'answerDays'> {
  return preset === 'tables'
    ? { slotMinutes: 20, pauseMinutes: 5, nearMinutes: 0, farMinutes: 15, answerDays: 10 }
    : { slotMinutes: 45, pauseMinutes: 15, nearMinutes: 15, farMinutes: 40, answerDays: 10 }
}

/** The circles of a new event: those who travel, and those who receive them. */
export function presetCircles(preset: Preset): readonly [CircleDraft, CircleDraft] {
  const quota = preset === 'tables' ? { target: 4, meetingQuota: 12 } : { target: 2, meetingQuota: 6 }
  return [
    { kind: 'home', name: { fr: 'Entreprises de la délégation', en: 'Companies of the delegation' }, ...quota, requestQuota: 10 },
    { kind: 'host', name: { fr: 'Entreprises qui reçoivent', en: 'Host companies' }, ...quota, target: 1, requestQuota: 10 },
  ]
}
