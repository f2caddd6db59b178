import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadAgreement } from '#modules/agreements/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import { mayTakePart } from '../domain/rights.ts'
import type { SequelDraft, SequelId } from '../domain/sequel.ts'
import { listPromises } from '../sql/promises.ts'
import * as sql from '../sql/sequels.ts'

export type SequelProblem = { readonly code: 'sequel_missing' | 'not_a_visit' | 'promise_unknown' | 'a_visit_does_not_become_itself' }

/**
 * Says what a visit became, from either end. Read by the acting organisation alone.
 * @refuses sequel_missing, not_a_visit, promise_unknown, a_visit_does_not_become_itself
 */
export async function linkSequel(ctx: Ctx, visitMissionId: string, draft: SequelDraft): Promise<Outcome<SequelId, SequelProblem>> {
  const visit = found(await loadMission(ctx.tx, visitMissionId))
  allow(mayTakePart(ctx.actor, visit.partners))
  if (visit.kind === 'outgoing') return refused({ code: 'not_a_visit' })
  if (draft.becameMissionId === visit.id) return refused({ code: 'a_visit_does_not_become_itself' })
  if (draft.becameMissionId !== null) found(await loadMission(ctx.tx, draft.becameMissionId))
  else if (draft.agreementId !== null) found(await loadAgreement(ctx.tx, draft.agreementId))
  else return refused({ code: 'sequel_missing' })
  if (draft.promiseId !== null && !(await listPromises(ctx.tx, visit.id)).some(({ id }) => id === draft.promiseId))
    return refused({ code: 'promise_unknown' })
  await ctx.journal.event('visit.sequel_linked')
  return ok(await sql.addSequel(ctx.tx, visit.id, draft))
}

/** @throws NotFound when there is none of ours */
export async function unlinkSequel(ctx: Ctx, missionId: string, sequelId: string): Promise<Outcome<null, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayTakePart(ctx.actor, mission.partners))
  await ctx.journal.event('visit.sequel_unlinked')
  found((await sql.deleteSequel(ctx.tx, sequelId)) || null)
  return ok(null)
}
