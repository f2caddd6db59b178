import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Mission, Partner } from './mission.ts'

/** Whether a partner takes part in a leg. None is named for those who take part in all. */
export function takesPart({ legIds }: Pick<Partner, 'legIds'>, legId: string): boolean {
  return legIds.length === 0 || legIds.includes(legId)
}

/** Partners whose legs can be chosen: all that are still there, but the lead, who is everywhere. */
export function partnersToPlace(partners: readonly Partner[]): Partner[] {
  return partners.filter(({ role, leftAt }) => role !== 'lead' && leftAt === null)
}

export type LegProblem = { readonly code: 'leg_unknown' | 'a_partner_takes_one_leg_at_least'; readonly partnerName?: string }
export type LegChange = { readonly partnerId: string; readonly legIds: readonly string[] }

/**
 * What it changes that these partners, and no others but the lead, take part in one leg. A partner of every leg is left without any named, so
 * that a leg added later is theirs too.
 * @refuses leg_unknown, a_partner_takes_one_leg_at_least
 */
export function decideLegPartners(
  { legs, partners }: Pick<Mission, 'legs' | 'partners'>,
  legId: string,
  partnerIds: readonly string[],
): Outcome<LegChange[], LegProblem> {
  if (!legs.some(({ id }) => id === legId)) return refused({ code: 'leg_unknown' })
  const changes: LegChange[] = []
  for (const partner of partnersToPlace(partners)) {
    const isIn = partnerIds.includes(partner.id)
    if (isIn === takesPart(partner, legId)) continue
    const taken = legs.map(({ id }) => id).filter((id) => (id === legId ? isIn : takesPart(partner, id)))
    if (taken.length === 0) return refused({ code: 'a_partner_takes_one_leg_at_least', partnerName: partner.name })
    changes.push({ partnerId: partner.id, legIds: taken.length === legs.length ? [] : taken })
  }
  return ok(changes)
}
