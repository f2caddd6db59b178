import type { ClientBase } from 'pg'
import type { Services } from '#platform/context.ts'
import { queueMailFor } from '#platform/mail.ts'
import { pick } from '#platform/pure/localized.ts'
import { listMembersAmong, listOfficers } from '#modules/identity/index.ts'
import type { PartnerInvitationId } from '../domain/partnership.ts'
import * as sql from '../sql/invitations.ts'
import { invitationTexts } from '../texts/invitation-texts.ts'

/** Tells the officers of an organisation that it is invited, each in their language. The message holds no link that answers: they sign in. */
export async function tellInvited(services: Services, owner: ClientBase, invitationId: PartnerInvitationId): Promise<void> {
  const invitation = await sql.loadToldInvitation(owner, invitationId)
  if (!invitation?.invitedOrganisationId || invitation.state !== 'open') return
  for (const { email, locale } of await listOfficers(owner, invitation.invitedOrganisationId)) {
    const { mail } = invitationTexts[locale]
    const title = pick(invitation.title, locale).text
    await queueMailFor(owner, services, invitation.invitedOrganisationId, {
      to: email,
      language: locale,
      subject: mail.subject(invitation.inviterOrganisation, title),
      paragraphs: [mail.nothingSeen],
      action: { label: mail.answer, path: '/missions/invitations' },
    })
  }
}

/** Tells whoever sent an invitation what was answered. */
export async function tellAnswer(services: Services, owner: ClientBase, invitationId: PartnerInvitationId): Promise<void> {
  const invitation = await sql.loadToldInvitation(owner, invitationId)
  if (!invitation?.invitedBy) return
  for (const { email, locale } of await listMembersAmong(owner, invitation.organisationId, [invitation.invitedBy])) {
    const { mail } = invitationTexts[locale]
    const name = invitation.acceptedName ?? invitation.organisationName
    const title = pick(invitation.title, locale).text
    const isAccepted = invitation.state === 'accepted'
    await queueMailFor(owner, services, invitation.organisationId, {
      to: email,
      language: locale,
      subject: isAccepted ? mail.accepted(name) : mail.declined(name),
      paragraphs: [isAccepted ? mail.acceptedText(name, title) : mail.declinedText(name, title)],
      ...(invitation.reason ? { facts: [{ label: mail.reason, value: invitation.reason }] } : {}),
      action: { label: mail.seePartners, path: `/missions/${invitation.missionId}/partenaires` },
    })
  }
}
