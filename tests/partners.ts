import type { OrganisationId } from '#platform/actor.ts'
import { type Caller, type Services, act, readAs } from '#platform/context.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { assert, valueOf } from '#platform/pure/outcome.ts'
import { type PartnerRole, acceptInvitation, listReceivedInvitations, namePartner } from '#modules/missions/index.ts'

type Partner = Caller & { readonly organisationId: OrganisationId }

/** One organisation invites another to its mission, and the other accepts: as people do, one after the other. */
export async function seatPartner(
  services: Services,
  organiser: Caller,
  partner: Partner,
  missionId: string,
  { role = 'partner', workstream = {} }: { readonly role?: PartnerRole; readonly workstream?: Localized } = {},
): Promise<void> {
  valueOf(
    await act(services, organiser, (ctx) => namePartner(ctx, missionId, { organisationId: partner.organisationId, role, workstream })),
  )
  const received = await readAs(services, partner, (ctx) => listReceivedInvitations(ctx.tx, ctx.now))
  const invitation = received.find((each) => each.missionId === missionId)
  assert(invitation, 'who is named finds its invitation')
  valueOf(await act(services, partner, (ctx) => acceptInvitation(ctx, invitation.id)))
}
