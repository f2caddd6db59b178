import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { isSlug } from '#platform/pure/slug.ts'
import { countryNamed } from '#modules/directory/index.ts'
import type { Desk } from '../domain/desk.ts'
import '../domain/events.ts'
import type { Criterion, CriterionId } from '../domain/interest.ts'
import { type LetterKind, type LetterText, checkLetterText } from '../domain/letter.ts'
import { mayArrangeDesk } from '../domain/rights.ts'
import * as sql from '../sql/desk.ts'

export type DeskProblem = { readonly code: 'slug_is_an_address' } | { readonly code: 'stale_desk'; readonly saved: Desk }

/**
 * Sets where one writes to, and whether it is open. Another organisation's address is refused by the database (an_address_serves_one_desk).
 * @param version the one that was read; 0 when there was none
 * @refuses slug_is_an_address, stale_desk with what is saved
 */
export async function arrangeDesk(ctx: Ctx, version: number, desk: Omit<Desk, 'version'>): Promise<Outcome<null, DeskProblem>> {
  allow(mayArrangeDesk(ctx.actor))
  const saved = await sql.loadDesk(ctx.tx)
  if (saved.version !== version) return refused({ code: 'stale_desk', saved })
  if (!isSlug(desk.slug)) return refused({ code: 'slug_is_an_address' })
  await ctx.journal.event('visit.desk_changed')
  await sql.saveDesk(ctx.tx, desk)
  return ok(null)
}

/** Writes a reason for which visits are or are not of interest. Constraints say what a value is. */
export async function writeCriterion(ctx: Ctx, criterion: Omit<Criterion, 'id'>): Promise<Outcome<CriterionId, never>> {
  allow(mayArrangeDesk(ctx.actor))
  await ctx.journal.event('visit.criterion_written')
  const { kind, value } = criterion
  return ok(await sql.addCriterion(ctx.tx, { ...criterion, value: kind === 'country' ? (countryNamed(value) ?? value) : value }))
}

export async function removeCriterion(ctx: Ctx, id: string): Promise<Outcome<null, never>> {
  allow(mayArrangeDesk(ctx.actor))
  await ctx.journal.event('visit.criterion_removed')
  found((await sql.removeCriterion(ctx.tx, id)) || null)
  return ok(null)
}

export type LetterTextProblem = { readonly code: 'placeholder_unknown' }

/** Rewrites a letter of the organisation; all left empty, it is ours again. @refuses placeholder_unknown */
export async function writeLetterText(ctx: Ctx, kind: LetterKind, text: LetterText): Promise<Outcome<null, LetterTextProblem>> {
  allow(mayArrangeDesk(ctx.actor))
  const written = [...Object.values(text.subject), ...Object.values(text.body)].filter((words) => words !== undefined)
  for (const words of written) if (!checkLetterText(words).ok) return refused({ code: 'placeholder_unknown' })
  await ctx.journal.event('visit.letter_text_written')
  if (written.length === 0) await sql.forgetLetterText(ctx.tx, kind)
  else await sql.saveLetterText(ctx.tx, kind, text)
  return ok(null)
}
