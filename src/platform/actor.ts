import type { Id } from './pure/ids.ts'
import type { Locale } from './pure/locale.ts'

export const roles = ['administrator', 'officer', 'finance', 'assembly', 'reader'] as const
export type Role = (typeof roles)[number]

export type AccountId = Id<'account'>
export type OrganisationId = Id<'organisation'>

/** Someone in whose name another acts: absent, or represented for a time. */
export type Principal = { readonly accountId: AccountId; readonly name: string }

/** Who acts, and for which organisation. An account that may act for several acts for one at a time. */
export type Actor = {
  readonly accountId: AccountId | null
  readonly name: string
  /** In whose name, when not in one's own: the roles are then those of that person, without what only that one may do. */
  readonly onBehalfOf: Principal | null
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly roles: readonly Role[]
  readonly locale: Locale
  readonly currency: string
  readonly timeZone: string
}

/** 403: the actor is known and the thing is visible, but the role does not permit the verb. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/** 404: there is nothing here for this actor. Says the same whether the thing exists elsewhere or not. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** The third beat of a use-case: stops unless a rule of `domain/rights.ts` permits. */
export function allow(isPermitted: boolean): asserts isPermitted is true {
  if (!isPermitted) throw new Forbidden('this role may not do that')
}

export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new NotFound('nothing here')
  return value
}

/** Signing, handing over, taking away, letting in: what nobody does in the name of another. */
export function isInPerson(actor: Pick<Actor, 'onBehalfOf'>): boolean {
  return actor.onBehalfOf === null
}

export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return actor.roles.some((role) => wanted.includes(role))
}
