import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { pick } from '#platform/pure/localized.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { mayKeepTitles } from '../domain/rights.ts'
import type { TitleDraft, TitleId } from '../domain/title.ts'
import { listRanks } from '../sql/guests.ts'
import * as sql from '../sql/titles.ts'

export type TitleProblem = { readonly code: 'rank_unknown' | 'already_confirmed' | 'confirmed_is_ended' }

/** Writes an equivalence, not confirmed yet. The database refuses a second one for the same title on a same day. @refuses rank_unknown */
export async function writeTitle(ctx: Ctx, draft: TitleDraft): Promise<Outcome<TitleId, TitleProblem>> {
  allow(mayKeepTitles(ctx.actor))
  if (!(await listRanks(ctx.tx, ctx.today)).some(({ code }) => code === draft.rankCode)) return refused({ code: 'rank_unknown' })
  await ctx.journal.event('visit.title_written')
  return ok(await sql.addTitle(ctx.tx, draft))
}

/** Takes over what we propose as an equivalence of one's own, to be confirmed. */
export async function takeOverTitle(ctx: Ctx, proposedId: string): Promise<Outcome<TitleId, TitleProblem>> {
  const { country, title, equivalent, rankCode, address, source } = found(
    (await sql.listProposedTitles(ctx.tx)).find(({ id }) => id === proposedId),
  )
  return writeTitle(ctx, {
    country,
    title,
    equivalent,
    rankCode,
    address,
    source: pick(source, ctx.actor.locale).text,
    validFrom: null,
    validTo: null,
  })
}

/** A protocol officer says that it is so, under their name. @refuses already_confirmed */
export async function confirmTitle(ctx: Ctx, titleId: string): Promise<Outcome<null, TitleProblem>> {
  allow(mayKeepTitles(ctx.actor))
  const title = found(await sql.lockTitle(ctx.tx, ctx.actor.organisationId, titleId))
  if (title.confirmedOn) return refused({ code: 'already_confirmed' })
  await ctx.journal.event('visit.title_confirmed')
  await sql.confirmTitle(ctx.tx, title.id, ctx.today, ctx.actor.name)
  return ok(null)
}

/** Ends an equivalence after a day: the next one begins then. What was confirmed stays for the visits before. */
export async function endTitle(ctx: Ctx, titleId: string, lastDay: LocalDate): Promise<Outcome<null, TitleProblem>> {
  allow(mayKeepTitles(ctx.actor))
  const title = found(await sql.lockTitle(ctx.tx, ctx.actor.organisationId, titleId))
  await ctx.journal.event('visit.title_ended')
  await sql.endTitle(ctx.tx, title.id, lastDay)
  return ok(null)
}

/** Removes an equivalence that nobody confirmed; the database keeps one that a guest bears. @refuses confirmed_is_ended */
export async function removeTitle(ctx: Ctx, titleId: string): Promise<Outcome<null, TitleProblem>> {
  allow(mayKeepTitles(ctx.actor))
  const title = found(await sql.lockTitle(ctx.tx, ctx.actor.organisationId, titleId))
  if (title.confirmedOn) return refused({ code: 'confirmed_is_ended' })
  await ctx.journal.event('visit.title_removed')
  await sql.deleteTitle(ctx.tx, title.id)
  return ok(null)
}
