import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadCity } from '#modules/directory/index.ts'
import '../domain/events.ts'
import { type ExchangeDraft, tidyExchange } from '../domain/exchange.ts'
import type { FactDraft } from '../domain/fact.ts'
import type { MembershipDraft } from '../domain/membership.ts'
import { mayKeepRelations } from '../domain/rights.ts'
import * as sql from '../sql.ts'

/**
 * Writes on the sheet of a city what a source says of it.
 * @refuses by the database a_source_says_it_once, year_is_plausible
 */
export async function tellFact(ctx: Ctx, cityId: string, fact: FactDraft): Promise<Outcome<null, never>> {
  const city = await openSheet(ctx, cityId)
  await ctx.journal.event('relation.fact_told')
  await sql.insertFact(ctx.tx, city, fact)
  return ok(null)
}

/**
 * Notes a letter, a call, a meeting or an event.
 * @refuses exchange_to_come, by the database day_is_plausible
 */
export async function noteExchange(
  ctx: Ctx,
  cityId: string,
  exchange: ExchangeDraft,
): Promise<Outcome<null, { readonly code: 'exchange_to_come' }>> {
  const city = await openSheet(ctx, cityId)
  if (exchange.onDay > ctx.today) return refused({ code: 'exchange_to_come' })
  await ctx.journal.event('relation.exchange_noted')
  await sql.insertExchange(ctx.tx, city, tidyExchange(exchange))
  return ok(null)
}

/**
 * Says which network the city, or ourselves, belong to, and in which role.
 * @refuses network_unknown, by the database a_role_is_told_once, until_follows_since
 */
export async function tellMembership(
  ctx: Ctx,
  cityId: string,
  membership: MembershipDraft,
): Promise<Outcome<null, { readonly code: 'network_unknown' }>> {
  const city = await openSheet(ctx, cityId)
  const networks = await sql.listNetworks(ctx.tx)
  if (!networks.some(({ code }) => code === membership.networkCode)) return refused({ code: 'network_unknown' })
  await ctx.journal.event('relation.membership_told')
  await sql.insertMembership(ctx.tx, city, membership)
  return ok(null)
}

/** Takes away what was noted by mistake. */
export async function removeEntry(ctx: Ctx, table: 'fact' | 'exchange' | 'membership', id: string): Promise<Outcome<null, never>> {
  allow(mayKeepRelations(ctx.actor))
  await ctx.journal.event('relation.entry_removed')
  found((await sql.removeEntry(ctx.tx, table, id)) || null)
  return ok(null)
}

async function openSheet(ctx: Ctx, cityId: string): Promise<string> {
  const { id } = found(await loadCity(ctx.tx, cityId))
  allow(mayKeepRelations(ctx.actor))
  return id
}
