import { allow } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { type CardDraft, type CardProblem, decideIdentifiers } from '../domain/own-card.ts'
import { maySetOrganisation } from '../domain/rights.ts'
import * as sql from '../sql/workspace.ts'

/** Changes what every partner reads of the acting organisation: names, website, identifiers. @refuses stale_edit, and identifiers that cannot be */
export async function changeOwnCard(ctx: Ctx, draft: CardDraft): Promise<Outcome<null, CardProblem | { readonly code: 'stale_edit' }>> {
  allow(maySetOrganisation(ctx.actor))
  const identifiers = decideIdentifiers(draft.identifiers)
  if (!identifiers.ok) return identifiers
  await ctx.journal.event('workspace.card_changed')
  return (await sql.changeOwnCard(ctx.tx, draft, identifiers.value)) ? ok(null) : refused({ code: 'stale_edit' })
}
