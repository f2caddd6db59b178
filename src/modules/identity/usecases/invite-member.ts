import { type Role, allow } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { composeMail } from '#platform/mail.ts'
import { addMinutes } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { invitationDays, invitationPath } from '../domain/invitation-link.ts'
import { mayManageMembers } from '../domain/rights.ts'
import { freshToken } from '../domain/token.ts'
import * as invitations from '../sql/invitations.ts'
import * as members from '../sql/members.ts'
import { identityTexts } from '../texts.ts'

/** `locale` is the language of the message: that of the person invited, as far as the inviter knows. */
export type InvitationDraft = { readonly email: string; readonly roles: readonly Role[]; readonly locale: Locale }

/**
 * Invites an address to the acting organisation, with roles. A former invitation that is still open is withdrawn: its link dies.
 * The message belongs to no organisation, because whoever read its link in an outbox could come in the place of the invited.
 * @refuses already_a_member
 */
export async function inviteMember(
  ctx: Ctx,
  draft: InvitationDraft,
): Promise<Outcome<{ readonly link: string }, { readonly code: 'already_a_member' }>> {
  allow(mayManageMembers(ctx.actor))
  const colleagues = await members.listMembers(ctx.tx)
  if (colleagues.some((member) => member.email === draft.email)) return refused({ code: 'already_a_member' })
  const { token, digest } = freshToken('')
  const path = invitationPath(token)
  await ctx.journal.event('invitation.sent')
  await invitations.withdrawInvitations(ctx.tx, { email: draft.email }, ctx.now)
  await invitations.addInvitation(ctx.tx, {
    email: draft.email,
    roles: draft.roles,
    tokenDigest: digest,
    invitedAt: ctx.now,
    expiresAt: addMinutes(ctx.now, invitationDays * 24 * 60),
  })
  await queueLetter(ctx, draft, path)
  return ok({ link: ctx.services.publicUrl + path })
}

async function queueLetter(ctx: Ctx, { email, roles, locale }: InvitationDraft, path: string): Promise<void> {
  const { roles: roleNames, invitationMail: texts } = identityTexts[locale]
  const { name, organisationName } = ctx.actor
  const message = {
    subject: texts.subject(organisationName),
    paragraphs: [texts.intro(name, organisationName), texts.roles(roles.map((role) => roleNames[role]).join(', '))],
    action: { label: texts.join, path },
    closing: [texts.validity(invitationDays), texts.notYou],
  }
  await invitations.queueSystemMail(
    ctx.tx,
    email,
    locale,
    composeMail(message, { language: locale, publicUrl: ctx.services.publicUrl, organisationName: null }),
  )
}
