import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import type { PromiseDraft, PromiseId, PromiseState } from '../domain/promise.ts'
import { mayTakePart } from '../domain/rights.ts'
import * as sql from '../sql/promises.ts'

/** Writes down what was promised on a mission. One's own organisation alone reads it. */
export async function notePromise(ctx: Ctx, missionId: string, draft: PromiseDraft): Promise<Outcome<PromiseId, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayTakePart(ctx.actor, mission.partners))
  await ctx.journal.event('visit.promise_noted')
  return ok(await sql.addPromise(ctx.tx, mission.id, draft))
}

/** It was kept, or it will not be; or it is open again. @throws NotFound when there is no such promise */
export async function settlePromise(ctx: Ctx, missionId: string, promiseId: string, state: PromiseState): Promise<Outcome<null, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayTakePart(ctx.actor, mission.partners))
  await ctx.journal.event('visit.promise_settled')
  found((await sql.settlePromise(ctx.tx, mission.id, promiseId, state, state === 'open' ? null : ctx.today)) || null)
  return ok(null)
}
