import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { mayArrangeDesk } from '../domain/rights.ts'
import { type StatedCount, type YearLine, linesOfYear } from '../domain/year.ts'
import * as sql from '../sql/year.ts'

export type Year = {
  readonly year: number
  readonly years: readonly number[]
  readonly lines: readonly YearLine[]
  readonly elsewhere: readonly StatedCount[]
}

/** What a year amounts to: counted from the missions, beside what documents state. */
export async function readYear(ctx: Ctx, year: number): Promise<Year> {
  const stated = await sql.listStatedCounts(ctx.tx, year)
  return {
    year,
    years: await sql.listYears(ctx.tx, ctx.actor.organisationId),
    lines: linesOfYear(await sql.listMissionsOfYear(ctx.tx, ctx.actor.organisationId, year), stated),
    elsewhere: stated.filter(({ about }) => about !== ''),
  }
}

/** Notes what a document states, with its source. The same source states a thing once (a_source_states_it_once). */
export async function noteStatedCount(ctx: Ctx, count: Omit<StatedCount, 'id'>): Promise<Outcome<null, never>> {
  allow(mayArrangeDesk(ctx.actor))
  await ctx.journal.event('visit.count_noted')
  await sql.addStatedCount(ctx.tx, count)
  return ok(null)
}

export async function removeStatedCount(ctx: Ctx, id: string): Promise<Outcome<null, never>> {
  allow(mayArrangeDesk(ctx.actor))
  await ctx.journal.event('visit.count_removed')
  found((await sql.deleteStatedCount(ctx.tx, id)) || null)
  return ok(null)
}
