import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Money } from '#platform/pure/money.ts'
import type { OrganisationKind } from '#modules/directory/index.ts'
import type { Dates, Standing } from './life.ts'
import type { Term } from './term.ts'

export type AgreementId = Id<'agreement'>

/** Each list here has its twin in a CHECK of 0070_agreements.sql; a test compares them. */
export const agreementTypes = [
  'twinning',
  'friendship_pact',
  'cooperation_agreement',
  'sister_agreement',
  'joint_declaration',
  'memorandum',
  'letter_of_intent',
  'framework_agreement',
  'operational_agreement',
  'trademark_licence',
  'network_membership',
] as const
export type AgreementType = (typeof agreementTypes)[number]

export const scopes = ['economic', 'scientific', 'institutional', 'cultural', 'tourism', 'youth', 'environment'] as const
export type Scope = (typeof scopes)[number]

/** Why the law’s proofs are not asked: an agreement of the past found without its papers, or one under another law than the French. */
export const unprovenReasons = ['entered_from_archive', 'other_law'] as const
export type UnprovenReason = (typeof unprovenReasons)[number]

/** `source` says where the agreement is known from, or which law rules it. */
export type Unproven = { readonly because: UnprovenReason; readonly source: string; readonly attestedOn: LocalDate | null }

/** What a party that the directory does not know yet may be: kinds of its organisations. */
export const partyKinds = [
  'foreign_authority',
  'state',
  'municipality',
  'intermunicipal',
  'department',
  'region',
  'network',
  'company',
  'association',
  'other',
] as const satisfies readonly OrganisationKind[]
export type PartyKind = (typeof partyKinds)[number]

export type Party = {
  readonly id: string
  readonly organisationId: OrganisationId
  readonly name: string
  /** What it was on the day it was named. */
  readonly kind: string
  readonly country: string
  readonly stateGround: string | null
  readonly stateGroundOn: LocalDate | null
}

export type Signatory = { readonly id: string; readonly partyId: string; readonly name: string; readonly capacity: Localized }

/** What someone signed, for whom and in which capacity. */
export type Signature = {
  readonly id: string
  readonly agreementId: AgreementId
  readonly agreementTitle: Localized
  readonly partyName: string
  readonly capacity: Localized
  readonly signedOn: LocalDate | null
  readonly signedAtPlace: string | null
}

export type Renewal = { readonly id: AgreementId; readonly title: Localized; readonly inForceFrom: LocalDate | null }

export type Agreement = {
  readonly id: AgreementId
  readonly type: AgreementType
  readonly title: Localized
  readonly object: Localized
  readonly scopes: readonly Scope[]
  readonly country: string
  readonly cityId: string | null
  readonly cityName: Localized
  /** The year the parties began to work together, when that was before the agreement. */
  readonly cooperationSince: number | null
  readonly unproven: Unproven | null
  readonly dates: Dates
  readonly proofs: Proofs
  readonly term: Term
  /** Null while nobody has said it; zero is said. */
  readonly forecast: Money | null
  readonly forecastNote: string
  readonly renews: Renewal | null
  readonly renewedBy: Renewal | null
  readonly parties: readonly Party[]
  readonly signatories: readonly Signatory[]
  readonly version: number
}

/** What shows that each date is true. */
export type Proofs = {
  /** The letter, minutes or meeting that opened the negotiation. */
  readonly negotiationBasis: string | null
  readonly voteReference: string | null
  readonly signedAtPlace: string | null
  readonly transmissionReference: string | null
  readonly terminationReason: string | null
  /** The acts of the assembly whose vote, and whose transmission to the State, are those of the agreement. */
  readonly voteActId: string | null
  readonly transmissionActId: string | null
}

/** One line of the register. */
export type AgreementLine = {
  readonly id: AgreementId
  readonly type: AgreementType
  readonly title: Localized
  readonly scopes: readonly Scope[]
  readonly country: string
  readonly cityId: string | null
  readonly cityName: Localized
  readonly partyNames: readonly string[]
  readonly domainCount: number
  readonly dates: Dates
  readonly term: Term
  readonly standing: Standing
}

/** A ground on which a State may be a party (CGCT L1115-5), and when the law knew it. */
export type StateGround = {
  readonly code: string
  readonly label: Localized
  readonly source: string
  readonly validFrom: LocalDate
  readonly validUntil: LocalDate | null
}
