import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { listMembers } from '#modules/delegations/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import { peopleOf } from '../domain/audience.ts'
import { bindsPeople, holdsMeetings } from '../domain/warnings.ts'
import * as sql from '../sql.ts'
import { listUnavailable } from '../sql/availability.ts'

/** When a traveller is not free as the programme stands: expected at an item, or away, in which case `item` is null. */
export type Engagement = {
  readonly memberId: string
  readonly item: { readonly id: string; readonly title: Localized } | null
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** The draft rules: meetings are planned while the programme is written. The hours it keeps for one-to-one meetings are free for them. */
export async function listEngagements({ tx }: Ctx, missionId: string): Promise<Engagement[]> {
  const items = (await sql.listItems(tx, missionId)).filter((item) => bindsPeople(item) && !holdsMeetings(item))
  const absences = (await listUnavailable(tx, missionId)).flatMap(({ memberId, startsAt, endsAt }) =>
    memberId === null ? [] : [{ memberId, item: null, startsAt, endsAt }],
  )
  if (items.length === 0) return absences
  const { partners } = found(await loadMission(tx, missionId))
  const legsOf = new Map(partners.map(({ organisationId, legIds }) => [organisationId, legIds]))
  const travellers = (await listMembers(tx, missionId)).map((member) => ({ ...member, legIds: legsOf.get(member.organisationId) ?? [] }))
  const sectors = await sql.readSectors(tx, missionId)
  const expected = items.flatMap((item) =>
    peopleOf(item, travellers, sectors).map((memberId) => ({
      memberId,
      item: { id: item.id, title: item.title },
      startsAt: item.startsAt,
      endsAt: item.endsAt,
    })),
  )
  return [...expected, ...absences]
}
