import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { mayChangeMission, maySignOff } from '../domain/rights.ts'
import { decideSignOff } from '../domain/sign-off.ts'
import type { BlockerCode } from '../domain/stage.ts'
import '../domain/workstream-events.ts'
import { loadMission } from '../sql/missions.ts'
import * as sql from '../sql/workstreams.ts'

export type WorkstreamProblem = { readonly code: 'not_a_partner' }

/** Opens a workstream and says which partner leads it. @refuses not_a_partner */
export async function openWorkstream(
  ctx: Ctx,
  missionId: string,
  workstream: { readonly label: Localized; readonly partnerId: string },
): Promise<Outcome<null, WorkstreamProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayChangeMission(ctx.actor, mission.partners))
  const isSeated = mission.partners.some(({ id, leftAt }) => id === workstream.partnerId && leftAt === null)
  if (!isSeated) return refused({ code: 'not_a_partner' })
  await ctx.journal.event('workstream.opened')
  await sql.addWorkstream(ctx.tx, mission.id, workstream)
  return ok(null)
}

/** Closes a workstream. @throws NotFound when there is none */
export async function closeWorkstream(ctx: Ctx, missionId: string, workstreamId: string): Promise<Outcome<null, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayChangeMission(ctx.actor, mission.partners))
  await ctx.journal.event('workstream.closed')
  found((await sql.removeWorkstream(ctx.tx, mission.id, workstreamId)) || null)
  return ok(null)
}

export type SignOffProblem = { readonly code: 'part_incomplete' | 'already_signed_off' | 'not_signed_off' }

/**
 * The acting organisation says that its part is complete. What the ribbon still asks of it is handed in, because it looks into
 * delegations and ledgers. It no longer holds once delegation, mandate or expenses change: the database withdraws it.
 * @refuses part_incomplete, already_signed_off
 */
export async function signOff(ctx: Ctx, missionId: string, blockers: readonly BlockerCode[]): Promise<Outcome<null, SignOffProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(maySignOff(ctx.actor, mission.partners))
  const decision = decideSignOff(blockers)
  if (!decision.ok) return decision
  const standing = (await sql.listSignOffs(ctx.tx, mission.id)).some(
    ({ organisationId, withdrawnAt }) => organisationId === ctx.actor.organisationId && withdrawnAt === null,
  )
  if (standing) return refused({ code: 'already_signed_off' })
  await ctx.journal.event('part.signed_off')
  await sql.addSignOff(ctx.tx, mission.id, { signedAt: ctx.now, signedName: ctx.actor.name })
  return ok(null)
}

/** Takes it back by hand. @refuses not_signed_off */
export async function withdrawSignOff(ctx: Ctx, missionId: string): Promise<Outcome<null, SignOffProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(maySignOff(ctx.actor, mission.partners))
  await ctx.journal.event('part.sign_off_withdrawn')
  const isWithdrawn = await sql.withdrawSignOff(ctx.tx, mission.id, ctx.actor.organisationId, { at: ctx.now, name: ctx.actor.name })
  return isWithdrawn ? ok(null) : refused({ code: 'not_signed_off' })
}
