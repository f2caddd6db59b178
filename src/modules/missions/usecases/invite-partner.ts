import { type OrganisationId, allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { composeMail } from '#platform/mail.ts'
import { addMinutes } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { pick } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { freshToken, queueSystemMail } from '#modules/identity/index.ts'
import { loadOrganisation } from '#modules/directory/index.ts'
import '../domain/partnership-events.ts'
import type { Mission } from '../domain/mission.ts'
import { type Offer, type PartnerInvitationId, partnershipDays, partnershipPath } from '../domain/partnership.ts'
import { mayChangeMission } from '../domain/rights.ts'
import { lockMission } from '../sql/missions.ts'
import * as sql from '../sql/invitations.ts'
import { invitationTexts } from '../texts/invitation-texts.ts'

export type InvitationDraft = Offer & {
  /** An organisation that works in Escale; null when it is only known by its name. */
  readonly organisationId: OrganisationId | null
  /** The card already named as partner, whose seat the organisation will take. */
  readonly seatId: string | null
  readonly name: string
  readonly email: string | null
  /** The language of the message: that of the person invited, as far as the organiser knows. */
  readonly language: Locale
}

export type InvitationProblem = {
  readonly code: 'already_a_partner' | 'organisation_unknown' | 'address_missing' | 'one_open_invitation_per_address' | 'already_invited'
}

/** `link` is null when nobody was written to by name: the people of the organisation find the invitation in Escale. */
export type SentInvitation = { readonly id: PartnerInvitationId; readonly link: string | null }

/**
 * Invites an organisation to a mission. It sees nothing of it before it accepts. One that works in Escale finds the invitation there, and
 * its officers are told; any may be written to at an address, with a link that serves once.
 * The message belongs to no organisation: whoever read its link in an outbox could answer in the place of the invited.
 * @refuses already_a_partner, organisation_unknown, address_missing, already_invited
 */
export async function invitePartner(
  ctx: Ctx,
  missionId: string,
  draft: InvitationDraft,
): Promise<Outcome<SentInvitation, InvitationProblem>> {
  const mission = found(await lockMission(ctx.tx, missionId))
  allow(mayChangeMission(ctx.actor, mission.partners))
  if (!draft.organisationId && !draft.email) return refused({ code: 'address_missing' })
  const known = draft.organisationId ? await loadOrganisation(ctx.tx, draft.organisationId) : null
  if (draft.organisationId && !known?.isWorkspace) return refused({ code: 'organisation_unknown' })
  if (mission.partners.some((seat) => seat.organisationId === draft.organisationId && seat.leftAt === null))
    return refused({ code: 'already_a_partner' })
  const open = (await sql.listInvitations(ctx.tx, mission.id)).filter(({ state }) => state === 'open')
  const isInvited = open.some(({ email, invitedOrganisationId }) =>
    draft.organisationId ? invitedOrganisationId === draft.organisationId : email === draft.email,
  )
  if (isInvited) return refused({ code: 'already_invited' })
  const link = draft.email ? freshToken('') : null
  const { organisationId, seatId, name, email, language, role, workstream, message } = draft
  await ctx.journal.event('partnership.offered')
  const id = await sql.addInvitation(ctx.tx, {
    missionId: mission.id,
    invitedOrganisationId: organisationId,
    seatId: mission.partners.some((seat) => seat.id === seatId && !seat.isWorkspace && seat.leftAt === null) ? seatId : null,
    organisationName: known?.name ?? name,
    email,
    language,
    role,
    workstream,
    message,
    tokenDigest: link?.digest ?? null,
    ...termFrom(ctx),
  })
  return ok({ id, link: await tell(ctx, mission, { ...draft, id }, link?.token ?? null) })
}

/**
 * Sends it again, with a new link and a new fortnight; the former link dies.
 * @throws NotFound when it is not one that waits for an answer
 */
export async function inviteAgain(ctx: Ctx, missionId: string, invitationId: string): Promise<Outcome<SentInvitation, never>> {
  const mission = found(await lockMission(ctx.tx, missionId))
  allow(mayChangeMission(ctx.actor, mission.partners))
  const invitation = found(await sql.lockOpenInvitation(ctx.tx, mission.id, invitationId))
  const link = invitation.email ? freshToken('') : null
  await ctx.journal.event('partnership.offered_again')
  await sql.renewInvitation(ctx.tx, invitation.id, { tokenDigest: link?.digest ?? null, ...termFrom(ctx) })
  return ok({ id: invitation.id, link: await tell(ctx, mission, invitation, link?.token ?? null) })
}

/** Takes it back: its link stops working at once. @throws NotFound when it is not one that waits for an answer */
export async function revokeInvitation(ctx: Ctx, missionId: string, invitationId: string): Promise<Outcome<null, never>> {
  const mission = found(await lockMission(ctx.tx, missionId))
  allow(mayChangeMission(ctx.actor, mission.partners))
  const invitation = found(await sql.lockOpenInvitation(ctx.tx, mission.id, invitationId))
  await ctx.journal.event('partnership.revoked')
  await sql.revokeInvitation(ctx.tx, invitation.id, ctx.now, ctx.actor.accountId)
  return ok(null)
}

function termFrom(ctx: Ctx) {
  return { invitedAt: ctx.now, expiresAt: addMinutes(ctx.now, partnershipDays * 24 * 60) }
}

type Told = Pick<InvitationDraft, 'email' | 'language' | 'role' | 'message'> & { readonly id: PartnerInvitationId }

/** Writes to the address, or has the officers of the organisation told. The link, when there is one. */
async function tell(ctx: Ctx, mission: Mission, invitation: Told, token: string | null): Promise<string | null> {
  if (!invitation.email || !token) {
    await ctx.jobs.enqueue('missions.tell-invited', { invitationId: invitation.id })
    return null
  }
  const { email, language } = invitation
  const path = partnershipPath(token)
  const { mail, roles } = invitationTexts[language]
  const title = pick(mission.title, language).text
  const letter = composeMail(
    {
      subject: mail.subject(ctx.actor.organisationName, title),
      paragraphs: [mail.intro(ctx.actor.name, ctx.actor.organisationName, title, roles[invitation.role]), invitation.message].filter(
        Boolean,
      ),
      action: { label: mail.answer, path },
      closing: [mail.validity(partnershipDays), mail.nothingSeen],
    },
    { language, publicUrl: ctx.services.publicUrl, organisationName: null },
  )
  await queueSystemMail(ctx.tx, email, language, letter)
  return ctx.services.publicUrl + path
}
