import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { addMinutes } from '#platform/pure/instant.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { acceptChange, listChangeRequests, loadFreeze, lockOpenRequest, refuseChange } from '#modules/delegations/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import { undoMinutes } from '../domain/letter.ts'
import { mayChangeQuotas, mayHandleApplications } from '../domain/rights.ts'
import { holdPlaces } from '../sql.ts'
import { acceptSubstitution } from '../sql/changes.ts'

/** `decided_already`: by a colleague, or by a newer request; or the person is no longer as they were. */
export type ChangeDecisionProblem = { readonly code: 'decided_already' | 'reason_missing' }

/** Requests of one's own people, and of everybody for who organises; the freeze of the delegation. */
export async function openChanges(ctx: Ctx, missionId: string) {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayHandleApplications(ctx.actor, mission.partners))
  return {
    mission,
    mayDecide: mayChangeQuotas(ctx.actor, mission.partners),
    freeze: await loadFreeze(ctx.tx, mission.id),
    requests: await listChangeRequests(ctx.tx, mission.id, { states: ['open', 'accepted', 'refused'] }),
  }
}

/**
 * Those who organise accept a request, which is then done at once, or refuse it with a reason that whoever asked will read.
 * @refuses decided_already, reason_missing, and by the database a_substitution_asked_is_still_possible, a_name_is_listed_once_per_sub_delegation
 */
export async function decideChange(
  ctx: Ctx,
  missionId: string,
  requestId: string,
  { isAccepted, reason }: { readonly isAccepted: boolean; readonly reason: string },
): Promise<Outcome<null, ChangeDecisionProblem>> {
  const { mission, mayDecide, requests } = await openChanges(ctx, missionId)
  allow(mayDecide)
  const asked = requests.find(({ id }) => id === requestId)
  if (!asked) return refused({ code: 'decided_already' })
  if (isAccepted && asked.kind === 'substitution') await holdPlaces(ctx.tx, mission.id, [asked.organisationId])
  const request = await lockOpenRequest(ctx.tx, mission.id, requestId)
  if (!request) return refused({ code: 'decided_already' })
  if (!isAccepted) {
    if (reason.trim() === '') return refused({ code: 'reason_missing' })
    await ctx.journal.event('change.refused')
    await refuseChange(ctx.tx, request.id, { reason: reason.trim(), decidedName: ctx.actor.name, decidedAt: ctx.now })
    return ok(null)
  }
  await ctx.journal.event('change.accepted')
  const isDone =
    request.kind === 'change'
      ? await acceptChange(ctx.tx, request.id, ctx.now)
      : await acceptSubstitution(ctx.tx, request.id, ctx.now, addMinutes(ctx.now, undoMinutes))
  if (isDone && request.kind === 'substitution')
    await ctx.jobs.enqueue('registration.send-letters', {}, { runAt: addMinutes(ctx.now, undoMinutes) })
  return isDone ? ok(null) : refused({ code: 'decided_already' })
}
