import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadPerson } from '#modules/directory/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import { handIn } from '../domain/rights.ts'
import { holdPlaces } from '../sql.ts'
import * as sql from '../sql/applications.ts'

/**
 * The sending organisation withdraws someone, who may have asked it to. A place they had goes to whoever waits first.
 * @refuses over, and by the database the_head_of_a_mission_travels_with_it
 */
export async function withdrawApplication(
  ctx: Ctx,
  missionId: string,
  applicationId: string,
): Promise<Outcome<null, { readonly code: 'over' }>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  const application = found(await sql.loadApplication(ctx.tx, mission.id, applicationId))
  allow(handIn(ctx.actor, mission.partners, application).isSender)
  await holdPlaces(ctx.tx, mission.id, [application.organisationId])
  await ctx.journal.event('application.withdrawn')
  return (await sql.withdrawFor(ctx.tx, application.id, ctx.now)) ? ok(null) : refused({ code: 'over' })
}

/** Says which card of the sender's directory the applicant is: the member will be linked to it. Null unties them. */
export async function nameCard(ctx: Ctx, missionId: string, applicationId: string, personId: string | null): Promise<Outcome<null, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  const application = found(await sql.loadApplication(ctx.tx, mission.id, applicationId))
  allow(handIn(ctx.actor, mission.partners, application).isSender)
  const card = personId === null ? null : found(await loadPerson(ctx.tx, personId))
  await ctx.journal.event('application.card_named')
  await sql.nameCard(ctx.tx, application.id, card?.id ?? null)
  return ok(null)
}
