import type { OrganisationId } from '#platform/actor.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Partner } from './mission.ts'

/** The facts of a card one may share beside the name. */
export const sharedFacts = ['capacity', 'email', 'phone'] as const
export type SharedFact = (typeof sharedFacts)[number]

/** A contact of the room, with what the reader may read of it: null is not shared, or not known. */
export type RoomContact = {
  readonly id: string
  /** Who shares it. */
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly givenName: string
  readonly familyName: string
  readonly capacity: Localized | null
  readonly affiliatedName: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly purpose: string
  readonly sharedAt: Instant
  readonly isOwn: boolean
  /** With whom; null of a contact that another partner shares. */
  readonly toEveryone: boolean | null
  readonly readerNames: readonly string[] | null
}

/** With whom one shares a card, in one mission. */
export type CardShare = {
  readonly id: string
  readonly missionId: string
  readonly missionTitle: Localized
  readonly facts: readonly SharedFact[]
  readonly toEveryone: boolean
  /** The partners named; none when everyone reads it. */
  readonly readerNames: readonly string[]
}

export type ContactShare = {
  readonly personId: string
  readonly facts: readonly SharedFact[]
  /** Every partner, whoever joins later included; else those of `readerIds`. */
  readonly toEveryone: boolean
  readonly readerIds: readonly string[]
  readonly purpose: string
}

export type ContactProblem = { readonly code: 'readers_missing' | 'not_a_partner' }

/** The partners one may share a contact with: those that work in Escale and take part, oneself apart. */
export function possibleReaders<Seat extends Pick<Partner, 'organisationId' | 'leftAt' | 'isWorkspace'>>(
  partners: readonly Seat[],
  own: OrganisationId,
): Seat[] {
  return partners.filter(({ organisationId, leftAt, isWorkspace }) => isWorkspace && leftAt === null && organisationId !== own)
}

/** Who reads it by name: nobody when everyone does. @refuses readers_missing, not_a_partner */
export function decideReaders(
  { toEveryone, readerIds }: Pick<ContactShare, 'toEveryone' | 'readerIds'>,
  possible: readonly Pick<Partner, 'organisationId'>[],
): Outcome<readonly string[], ContactProblem> {
  if (toEveryone) return ok([])
  if (readerIds.length === 0) return refused({ code: 'readers_missing' })
  const known = new Set<string>(possible.map(({ organisationId }) => organisationId))
  return readerIds.every((id) => known.has(id)) ? ok([...new Set(readerIds)]) : refused({ code: 'not_a_partner' })
}
