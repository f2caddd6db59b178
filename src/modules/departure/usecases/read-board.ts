import type { Ctx } from '#platform/context.ts'
import { type Member, listMembers } from '#modules/delegations/index.ts'
import type { Mission } from '#modules/missions/index.ts'
import { type Board, boardOf } from '../domain/board.ts'
import type { PartnerReadiness } from '../domain/requirement.ts'
import { mayPrepare } from '../domain/rights.ts'
import { listRequirements, readReadiness } from '../sql/requirements.ts'
import { loadOwnJourney } from './open-departure.ts'

export type ReadBoard = {
  /** As the acting organisation travels it. */
  readonly mission: Mission
  /** Of every partner that sends somebody. */
  readonly readiness: readonly (PartnerReadiness & { readonly name: string })[]
  /** Of one's own people; null for who does not prepare their journey. */
  readonly board: Board<Member> | null
}

/** Where a departure stands: two figures for each partner, and one's own people in detail. */
export async function readBoard(ctx: Ctx, missionId: string): Promise<ReadBoard> {
  const mission = await loadOwnJourney(ctx, missionId)
  const { organisationId } = ctx.actor
  const names = new Map(mission.partners.map((partner) => [partner.organisationId, partner.name]))
  const counts = await readReadiness(ctx.tx, mission.id)
  const readiness = counts
    .map((each) => ({ ...each, name: names.get(each.organisationId) ?? '' }))
    .toSorted(
      (one, other) =>
        Number(other.organisationId === organisationId) - Number(one.organisationId === organisationId) ||
        one.name.localeCompare(other.name, 'fr'),
    )
  if (!mayPrepare(ctx.actor, mission.partners)) return { mission, readiness, board: null }
  const people = await listMembers(ctx.tx, mission.id, { sentBy: organisationId })
  return { mission, readiness, board: boardOf(people, await listRequirements(ctx.tx, mission.id)) }
}
