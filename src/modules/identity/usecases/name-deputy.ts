import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { queueMail } from '#platform/mail.ts'
import { addDays } from '#platform/pure/local-date.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { type DeputyshipId, mayEndDeputyship, mayNameDeputyOf } from '../domain/deputyship.ts'
import * as sql from '../sql/deputyships.ts'
import { deputyTexts } from '../texts/deputy-texts.ts'

/** A year, its first day included: whoever is away for longer is replaced. */
const daysAtMost = 365

export type DeputyProblem = {
  readonly code: 'deputy_is_another' | 'deputyship_ends_after_it_starts' | 'deputyship_lasts_a_year_at_most' | 'deputyship_is_past'
}

/**
 * Lets a colleague act in the name of another from a day to a day. Both are told by a letter, unless they did it themselves.
 * @refuses deputy_is_another, deputyship_ends_after_it_starts, deputyship_lasts_a_year_at_most, deputyship_is_past, and
 * one_deputyship_at_a_time by the database
 */
export async function nameDeputy(ctx: Ctx, wanted: sql.NewDeputyship): Promise<Outcome<null, DeputyProblem>> {
  allow(mayNameDeputyOf(ctx.actor, wanted.principalId))
  const concerned = await sql.listConcerned(ctx.tx, [wanted.principalId, wanted.deputyId])
  const principal = found(concerned.find(({ accountId }) => accountId === wanted.principalId))
  const deputy = found(concerned.find(({ accountId }) => accountId === wanted.deputyId))
  if (principal === deputy) return refused({ code: 'deputy_is_another' })
  if (wanted.endsOn < wanted.startsOn) return refused({ code: 'deputyship_ends_after_it_starts' })
  if (wanted.endsOn >= addDays(wanted.startsOn, daysAtMost)) return refused({ code: 'deputyship_lasts_a_year_at_most' })
  if (wanted.endsOn < ctx.today) return refused({ code: 'deputyship_is_past' })
  await ctx.journal.event('deputy.named')
  await sql.addDeputyship(ctx.tx, wanted)
  for (const addressee of [principal, deputy].filter(({ accountId }) => accountId !== ctx.actor.accountId)) {
    const { locale } = addressee
    const words = deputyTexts[locale].letter
    const days = [formatDate(wanted.startsOn, locale), formatDate(wanted.endsOn, locale)] as const
    await queueMail(ctx, {
      to: addressee.email,
      language: locale,
      subject: words.subject(deputy.name, principal.name),
      paragraphs: [words.body(deputy.name, principal.name, ...days), words.bounds],
      action: { label: words.see, path: '/reglages/suppleances' },
    })
  }
  return ok(null)
}

/** Ends it from the next request on. What was done in the name of the other remains, with both names. */
export async function endDeputyship(ctx: Ctx, id: DeputyshipId): Promise<Outcome<null, never>> {
  const deputyship = found((await sql.listDeputyships(ctx.tx)).find((each) => each.id === id))
  allow(mayEndDeputyship(ctx.actor, deputyship))
  await ctx.journal.event('deputy.ended')
  await sql.endDeputyship(ctx.tx, id, ctx.now)
  return ok(null)
}
