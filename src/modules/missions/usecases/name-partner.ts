import { type OrganisationId, allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadOrganisation } from '#modules/directory/index.ts'
import '../domain/events.ts'
import type { PartnerRole } from '../domain/mission.ts'
import { mayChangeMission } from '../domain/rights.ts'
import { lockMission } from '../sql/missions.ts'
import { insertPartner, updatePartner } from '../sql/partners.ts'
import { type InvitationProblem, invitePartner } from './invite-partner.ts'

export type PartnerProblem = {
  readonly code: 'already_a_partner' | 'lead_is_given_at_creation' | 'the_lead_stays' | 'not_a_partner' | 'organisation_unknown'
}

/**
 * Names an organisation as partner of a mission. A card is only named. An organisation that works in Escale is invited: it takes its
 * seat itself, and sees the shared parts from then on. One that left may come back.
 * Only an organisation one sees can be named: a foreign key alone would say whether a hidden one exists.
 * @refuses already_a_partner, already_invited, lead_is_given_at_creation, organisation_unknown
 */
export async function namePartner(
  ctx: Ctx,
  missionId: string,
  partner: { organisationId: OrganisationId; role: PartnerRole; workstream: Localized },
): Promise<Outcome<'named' | 'invited', PartnerProblem | InvitationProblem>> {
  const mission = found(await lockMission(ctx.tx, missionId))
  allow(mayChangeMission(ctx.actor, mission.partners))
  const { organisationId, role, workstream } = partner
  if (role === 'lead') return refused({ code: 'lead_is_given_at_creation' })
  const organisation = await loadOrganisation(ctx.tx, organisationId)
  if (!organisation) return refused({ code: 'organisation_unknown' })
  if (organisation.isWorkspace) {
    const nobody = { email: null, language: ctx.actor.locale, message: '', seatId: null }
    const invited = await invitePartner(ctx, missionId, { organisationId, name: organisation.name, role, workstream, ...nobody })
    return invited.ok ? ok('invited') : invited
  }
  const known = mission.partners.find((seat) => seat.organisationId === organisationId)
  if (known && known.leftAt === null) return refused({ code: 'already_a_partner' })
  await ctx.journal.event('mission.partner_named')
  if (known) await updatePartner(ctx.tx, known.id, { role, workstream, leftAt: null })
  else await insertPartner(ctx.tx, mission.id, partner, ctx.now)
  return ok('named')
}

/**
 * A partner leaves, or is let go: it loses access at once, and what it contributed stays true.
 * @refuses not_a_partner, the_lead_stays
 */
export async function releasePartner(ctx: Ctx, missionId: string, partnerId: string): Promise<Outcome<null, PartnerProblem>> {
  const mission = found(await lockMission(ctx.tx, missionId))
  const seat = mission.partners.find((partner) => partner.id === partnerId && partner.leftAt === null)
  const isOwnSeat = seat?.organisationId === ctx.actor.organisationId
  allow(mayChangeMission(ctx.actor, mission.partners) || (isOwnSeat && ctx.actor.roles.includes('officer')))
  if (!seat) return refused({ code: 'not_a_partner' })
  if (seat.role === 'lead') return refused({ code: 'the_lead_stays' })
  await ctx.journal.event('mission.partner_left')
  await updatePartner(ctx.tx, seat.id, { leftAt: ctx.now })
  return ok(null)
}
