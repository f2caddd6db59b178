import { missionsWithAct } from '#modules/acts/index.ts'
import { totalsOfMissions } from '#modules/budget/index.ts'
import { waitingOfMissions } from '#modules/departure/index.ts'
import { stageFactsOfMissions } from '#modules/delegations/index.ts'
import { type Journey, type MissionLine, decideJourney } from '#modules/missions/index.ts'
import type { Ctx } from '#platform/context.ts'

type Travelled = Pick<
  MissionLine,
  'id' | 'kind' | 'state' | 'startsOn' | 'endsOn' | 'accountsClosedOn' | 'ratifiedOn' | 'objectiveCount' | 'mandateDecidedOn'
>

const nobody = { memberCount: 0, electedCount: 0, hasHead: false }

/** Where each mission stands for the acting organisation, gathered from every module concerned: four queries, however many missions. */
export async function journeysOf(
  ctx: Ctx,
  missions: readonly Travelled[],
): Promise<Map<string, Journey & { readonly electedCount: number }>> {
  const ids = missions.map((mission) => mission.id)
  const { organisationId } = ctx.actor
  const members = await stageFactsOfMissions(ctx.tx, ids, organisationId)
  const totals = await totalsOfMissions(ctx.tx, ids, organisationId)
  const acts = await missionsWithAct(ctx.tx, ids)
  const waiting = await waitingOfMissions(ctx.tx, ids)
  return new Map(
    missions.map((mission) => {
      const delegation = members.get(mission.id) ?? nobody
      const journey = decideJourney({
        ...mission,
        today: ctx.today,
        own: {
          ...delegation,
          ...mission,
          expenseCount: totals.get(mission.id)?.expenseCount ?? 0,
          hasAct: acts.has(mission.id),
          waitingCount: waiting.get(mission.id) ?? 0,
        },
      })
      return [mission.id, { ...journey, electedCount: delegation.electedCount }]
    }),
  )
}
