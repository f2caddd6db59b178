import { allow } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { type PersonDraft, type PersonProblem, decidePerson } from '../domain/person-draft.ts'
import type { PersonId } from '../domain/person.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { lockDirectory } from '../sql/organisations.ts'
import * as sql from '../sql/people.ts'

/** Someone of this name is in the directory already: the same person, or a namesake. */
export type KnownPerson = { readonly code: 'person_known'; readonly known: PersonId }

/**
 * Adds someone to the directory of the acting organisation.
 * `isAnother`: the namesake has been seen, and this is somebody else.
 * @refuses person_known, and those of decidePerson
 */
export async function addPerson(
  ctx: Ctx,
  draft: PersonDraft,
  { isAnother = false }: { isAnother?: boolean } = {},
): Promise<Outcome<PersonId, PersonProblem | KnownPerson>> {
  allow(mayKeepDirectory(ctx.actor))
  const facts = decidePerson(draft)
  if (!facts.ok) return facts
  await lockDirectory(ctx.tx, ctx.actor.organisationId)
  const known = isAnother ? null : await sql.findNamesake(ctx.tx, facts.value)
  if (known) return refused({ code: 'person_known', known })
  await ctx.journal.event('person.added')
  return ok(await sql.insertPerson(ctx.tx, facts.value))
}
