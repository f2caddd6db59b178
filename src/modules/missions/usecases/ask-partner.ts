import { type OrganisationId, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { ensureOrganisation, loadOrganisation } from '#modules/directory/index.ts'
import type { Offer } from '../domain/partnership.ts'
import { loadMission } from '../sql/missions.ts'
import { type InvitationProblem, invitePartner } from './invite-partner.ts'
import { type PartnerProblem, namePartner } from './name-partner.ts'

/** Whom an organiser thinks of: an organisation it knows, the card of a partner, or a name. */
export type Asked = Offer & {
  readonly organisationId: OrganisationId | null
  readonly seatId: string | null
  readonly newName: string
  readonly country: string
  readonly email: string | null
  readonly language: Locale
}

/** `link` is what was sent by mail, if anything was. */
export type AskedPartner = { readonly name: string; readonly isInvited: boolean; readonly link: string | null }

/**
 * Invites a partner when somebody can answer for it: people in Escale, or the address given. Otherwise it is only named:
 * its card is a partner, and nobody has access.
 */
export async function askPartner(
  ctx: Ctx,
  missionId: string,
  asked: Asked,
): Promise<Outcome<AskedPartner, PartnerProblem | InvitationProblem | { readonly code: string }>> {
  const { email, role, workstream, message, language, country } = asked
  const mission = found(await loadMission(ctx.tx, missionId))
  const seat = mission.partners.find(({ id }) => id === asked.seatId)
  const organisationId = asked.organisationId ?? seat?.organisationId ?? null
  const known = organisationId ? await loadOrganisation(ctx.tx, organisationId) : null
  const name = known?.name ?? asked.newName
  if (known?.isWorkspace || email) {
    const seatId = (seat ?? mission.partners.find((partner) => partner.organisationId === organisationId))?.id ?? null
    const offer = { role, workstream, message, language, email, name, seatId }
    const invited = await invitePartner(ctx, missionId, { ...offer, organisationId: known?.isWorkspace ? known.id : null })
    return invited.ok ? ok({ name, isInvited: true, link: invited.value.link }) : invited
  }
  const card = known ? ok({ id: known.id }) : await ensureOrganisation(ctx, { name, kind: 'other', country })
  if (!card.ok) return card
  const named = await namePartner(ctx, missionId, { organisationId: card.value.id, role, workstream })
  return named.ok ? ok({ name, isInvited: named.value === 'invited', link: null }) : named
}
