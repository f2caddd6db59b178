import { type AccountId, type Actor, hasRole, isInPerson } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'

export type DeputyshipId = Id<'deputyship'>

/** Somebody stands in for a colleague, from a day to a day, both included. */
export type Deputising = {
  readonly id: DeputyshipId
  readonly principalId: AccountId
  readonly principalName: string
  readonly deputyId: AccountId
  readonly deputyName: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly reason: string
  readonly hasEnded: boolean
}

export type DeputyshipState = 'to_come' | 'standing' | 'over' | 'ended'

export function stateOn(
  today: LocalDate,
  { startsOn, endsOn, hasEnded }: Pick<Deputising, 'startsOn' | 'endsOn' | 'hasEnded'>,
): DeputyshipState {
  if (hasEnded) return 'ended'
  if (today < startsOn) return 'to_come'
  return today > endsOn ? 'over' : 'standing'
}

/** One names one's own deputy; administrators do it for whoever is away. Nobody does it in the name of another. */
export function mayNameDeputyOf(actor: Actor, principalId: string): boolean {
  return isInPerson(actor) && actor.accountId !== null && (actor.accountId === principalId || hasRole(actor, 'administrator'))
}

/** Whoever is concerned ends it, on either side, or an administrator. */
export function mayEndDeputyship(actor: Actor, { principalId, deputyId }: Pick<Deputising, 'principalId' | 'deputyId'>): boolean {
  return mayNameDeputyOf(actor, principalId) || mayNameDeputyOf(actor, deputyId)
}
