import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadMission, type Mission } from '#modules/missions/index.ts'
import type { ActFrame, ActId } from '../domain/act.ts'
import '../domain/events.ts'
import { firstObject } from '../domain/first-object.ts'
import { mayOpenAct } from '../domain/rights.ts'
import { defaultSubject } from '../scdl/mapping.ts'
import { runningActs } from '../sql/acts.ts'
import { insertAct, replaceMissions } from '../sql/write-acts.ts'
import { firstHead } from './first-head.ts'

/** The last code is also that of the constraint which refuses two people at once. */
export type OpenProblem =
  | { readonly code: 'no_mission_chosen' }
  | { readonly code: 'not_an_authority' }
  | { readonly code: 'mission_already_ratified' | 'a_mission_has_one_act_at_a_time'; readonly missionId: string }

/**
 * Opens an act about some missions. Its head is that of the organisation's latest act, its object a proposal:
 * what the authority already wrote is not typed again.
 * @refuses no_mission_chosen, not_an_authority, mission_already_ratified, a_mission_has_one_act_at_a_time
 */
export async function openAct(ctx: Ctx, missionIds: readonly string[]): Promise<Outcome<ActId, OpenProblem>> {
  allow(mayOpenAct(ctx.actor))
  const running = await runningActs(ctx.tx, missionIds)
  const taken = missionIds.find((missionId) => running.has(missionId))
  if (taken !== undefined) return refused({ code: 'a_mission_has_one_act_at_a_time', missionId: taken })
  const frame = await frameAbout(ctx, missionIds)
  if (!frame.ok) return frame
  await ctx.journal.event('act.opened')
  const subjectCode = defaultSubject('mission_ratification').code
  const actId = await insertAct(ctx.tx, frame.value, { kind: 'ratification', agreementId: null, subjectCode })
  await replaceMissions(ctx.tx, actId, frame.value.missionIds)
  return ok(actId)
}

/**
 * What an act about these missions would begin with, in the order of departure.
 * @refuses no_mission_chosen, not_an_authority, mission_already_ratified
 */
export async function frameAbout(ctx: Ctx, missionIds: readonly string[]): Promise<Outcome<ActFrame, OpenProblem>> {
  const { tx, actor } = ctx
  const missions: Mission[] = []
  for (const missionId of new Set(missionIds)) missions.push(found(await loadMission(tx, missionId)))
  if (missions.length === 0) return refused({ code: 'no_mission_chosen' })
  const head = await firstHead(ctx)
  if (!head.ok) return head
  const ratified = missions.find(({ partners }) =>
    partners.some((partner) => partner.organisationId === actor.organisationId && partner.ratifiedOn !== null),
  )
  if (ratified) return refused({ code: 'mission_already_ratified', missionId: ratified.id })
  const inOrder = missions.toSorted((a, b) => ((a.startsOn ?? '9999') < (b.startsOn ?? '9999') ? -1 : 1))
  return ok({
    ...head.value,
    object: firstObject(inOrder.map(({ title, legs, startsOn }) => ({ title, cities: legs.map(({ cityName }) => cityName), startsOn }))),
    missionIds: inOrder.map(({ id }) => id),
    agreementId: null,
  })
}
