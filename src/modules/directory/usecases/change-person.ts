import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { type PersonDraft, type PersonProblem, decidePerson } from '../domain/person-draft.ts'
import type { Person } from '../domain/person.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { forgetMergesOf } from '../sql/merges.ts'
import * as sql from '../sql/people.ts'

export type StalePerson = { readonly code: 'stale_edit'; readonly saved: Person }

/**
 * Changes someone's card. `version` is the one the person at the keyboard was looking at: if a colleague saved since,
 * nothing is overwritten and the saved card comes back to be compared.
 * @refuses stale_edit, and those of decidePerson
 */
export async function changePerson(
  ctx: Ctx,
  personId: string,
  version: number,
  draft: PersonDraft,
): Promise<Outcome<Person, StalePerson | PersonProblem>> {
  const saved = found(await sql.lockPerson(ctx.tx, personId))
  allow(mayKeepDirectory(ctx.actor))
  if (saved.version !== version) return refused({ code: 'stale_edit', saved })
  const facts = decidePerson(draft)
  if (!facts.ok) return facts
  await ctx.journal.event('person.changed')
  await sql.updatePerson(ctx.tx, saved.id, facts.value)
  return ok(found(await sql.loadPerson(ctx.tx, saved.id)))
}

/** Removes someone and their affiliations from the directory. The lists of missions they travelled with keep their own copy of the name. */
export async function removePerson(ctx: Ctx, personId: string): Promise<Outcome<null, never>> {
  const saved = found(await sql.lockPerson(ctx.tx, personId))
  allow(mayKeepDirectory(ctx.actor))
  await ctx.journal.event('person.removed')
  await forgetMergesOf(ctx.tx, saved.id)
  await sql.deletePerson(ctx.tx, saved.id)
  return ok(null)
}
