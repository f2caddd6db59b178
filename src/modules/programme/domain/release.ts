import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Delta } from './delta.ts'
import { type Warning, isBlocking } from './warnings.ts'

export type ReleaseId = Id<'programmeRelease'>

/** A released version, without its text. */
export type Release = {
  readonly id: ReleaseId
  /** From 1, in each mission. */
  readonly number: number
  readonly name: Localized
  /** What the organisers say of it to their partners. */
  readonly note: Localized
  readonly organisationId: OrganisationId
  readonly organisationName: string
  /** SHA-256 of the frozen text, in hexadecimal. */
  readonly digest: string
  readonly itemCount: number
  /** Members whose own programme it changed. */
  readonly concernedCount: number
  readonly releasedAt: Instant
}

export type ReleaseProblem =
  | { readonly code: 'released_meanwhile'; readonly number: number }
  | { readonly code: 'nothing_to_release' }
  | { readonly code: 'nothing_changed' }
  | { readonly code: 'blocking_warnings'; readonly count: number }

/**
 * May the draft become the release after `seen`, the last one its author looked at?
 * @refuses released_meanwhile, nothing_to_release, nothing_changed, blocking_warnings
 */
export function decideRelease(facts: {
  readonly seen: number
  readonly last: number
  readonly itemCount: number
  readonly delta: Delta
  readonly warnings: readonly Warning[]
}): Outcome<{ readonly number: number }, ReleaseProblem> {
  if (facts.last !== facts.seen) return refused({ code: 'released_meanwhile', number: facts.last })
  if (facts.itemCount === 0 && facts.last === 0) return refused({ code: 'nothing_to_release' })
  if (isEmpty(facts.delta)) return refused({ code: 'nothing_changed' })
  const count = facts.warnings.filter(isBlocking).length
  if (count > 0) return refused({ code: 'blocking_warnings', count })
  return ok({ number: facts.last + 1 })
}

function isEmpty({ added, removed, changed, frame }: Delta): boolean {
  return added.length + removed.length + changed.length === 0 && frame === null
}
