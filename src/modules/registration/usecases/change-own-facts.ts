import type { Services } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { namesItsOrganisation } from '../domain/form.ts'
import { type FactsDraft, type OwnFacts, type OwnFactsProblem, decideFacts } from '../domain/own-facts.ts'
import { secretDigest } from '../domain/secret.ts'
import * as sql from '../sql/changes.ts'

type Door = Pick<Services, 'db' | 'now'>

/** What stands of a traveller in the list; null without a place. */
export function readOwnFacts({ db }: Pick<Door, 'db'>, secret: string): Promise<OwnFacts | null> {
  return sql.readOwnFacts(db.web, secretDigest(secret))
}

/**
 * Corrects it: at once, or as a request to those who organise once the delegation is frozen.
 * @refuses by field required; closed without a place, or once the journey is over
 */
export async function changeOwnFacts(
  { db, now }: Door,
  secret: string,
  typed: FactsDraft,
): Promise<Outcome<'applied' | 'asked', OwnFactsProblem | { readonly code: 'closed' }>> {
  const own = await readOwnFacts({ db }, secret)
  if (!own) return refused({ code: 'closed' })
  const decided = decideFacts(typed, namesItsOrganisation(own.facts.category))
  if (!decided.ok) return decided
  const outcome = await db.web.transaction().execute((web) => sql.changeOwnFacts(web, secretDigest(secret), decided.value, now()))
  return outcome === 'closed' ? refused({ code: 'closed' }) : ok(outcome)
}
