import { type LinkedAgreement, listAgreementsOfMission } from '#modules/agreements/index.ts'
import { type ItemNote, type ReadRelease, listNotes } from '#modules/programme/index.ts'
import { type PromiseMade, listPromisesOfLastTime } from '#modules/visits/index.ts'
import type { Ctx } from '#platform/context.ts'

/** What an organisation gives its own people besides the programme: its notes, what was promised the times before, the agreements at stake. */
export type RoadMap = {
  readonly notes: readonly ItemNote[]
  readonly promises: readonly PromiseMade[]
  readonly agreements: readonly LinkedAgreement[]
}

const nothing: RoadMap = { notes: [], promises: [], agreements: [] }

/** Of one person, as far as the reader may know it: only who sends a person prepares them. */
export async function roadMapOf(
  ctx: Ctx,
  { mission, members }: Pick<ReadRelease, 'mission' | 'members'>,
  memberId: string,
): Promise<RoadMap> {
  const member = members.find(({ id }) => id === memberId)
  if (member?.organisationId !== ctx.actor.organisationId) return nothing
  return {
    notes: await listNotes(ctx.tx, mission.id),
    promises: await listPromisesOfLastTime(ctx.tx, mission.id),
    agreements: await listAgreementsOfMission(ctx.tx, mission.id),
  }
}
