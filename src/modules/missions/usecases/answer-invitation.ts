import { type OrganisationId, allow, found } from '#platform/actor.ts'
import type { Ctx, Services } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Founding, tokenDigest } from '#modules/identity/index.ts'
import '../domain/partnership-events.ts'
import type { MissionId } from '../domain/mission.ts'
import type { OpenedOffer } from '../domain/partnership.ts'
import { mayAnswerInvitation } from '../domain/rights.ts'
import * as sql from '../sql/invitations.ts'

export type AnswerProblem = { readonly code: 'invitation_over' }

/** What the link says to whoever holds it; null when there is no such invitation. Looking changes nothing: mail scanners follow links. */
export function readOffer({ db, now }: Pick<Services, 'db' | 'now'>, token: string): Promise<OpenedOffer | null> {
  return sql.openOffer(db, tokenDigest(token), now())
}

/**
 * The acting organisation accepts, by the link sent to its person. It sits at the mission from then on.
 * @refuses invitation_over when it was answered, revoked, has expired, or is for another organisation or address
 */
export async function acceptOffer(ctx: Ctx, token: string): Promise<Outcome<MissionId, AnswerProblem>> {
  allow(mayAnswerInvitation(ctx.actor))
  await ctx.journal.event('partnership.accepted')
  const missionId = await sql.takeSeat(ctx.tx, { digest: tokenDigest(token) }, ctx.now)
  return missionId ? ok(missionId) : refused({ code: 'invitation_over' })
}

/** The same for an invitation found in Escale, addressed to the acting organisation. @throws NotFound when there is none to answer */
export async function acceptInvitation(ctx: Ctx, invitationId: string): Promise<Outcome<MissionId, never>> {
  allow(mayAnswerInvitation(ctx.actor))
  await ctx.journal.event('partnership.accepted')
  return ok(found(await sql.takeSeat(ctx.tx, { id: invitationId }, ctx.now)))
}

/** Says no, and why. @throws NotFound when there is none to answer */
export async function declineInvitation(ctx: Ctx, invitationId: string, reason: string): Promise<Outcome<null, never>> {
  allow(mayAnswerInvitation(ctx.actor))
  await ctx.journal.event('partnership.declined')
  found((await sql.decline(ctx.tx, { id: invitationId }, ctx.now, reason)) || null)
  return ok(null)
}

/** Says no by the link, without an account: the mailbox answers. @refuses invitation_over */
export async function declineOffer(services: Services, token: string, reason: string): Promise<Outcome<null, AnswerProblem>> {
  const isDeclined = await sql.decline(services.db.web, { digest: tokenDigest(token) }, services.now(), reason)
  return isDeclined ? ok(null) : refused({ code: 'invitation_over' })
}

/** The organisation the invited person founds here; they are its first administrator. */
export type NewOrganisation = Omit<Founding, 'organisationId' | 'administratorId'>

/** Founds the organisation of the person invited and seats it, both or neither. @refuses invitation_over */
export async function foundByOffer(
  { db, now }: Pick<Services, 'db' | 'now'>,
  token: string,
  accountId: string,
  organisation: NewOrganisation,
): Promise<Outcome<{ readonly missionId: MissionId; readonly organisationId: OrganisationId }, AnswerProblem>> {
  const organisationId = crypto.randomUUID() as OrganisationId
  const { name, kind, country, city, currency, timeZone, locale } = organisation
  const founding = [accountId, organisationId, name, kind, country, city, currency, timeZone, locale]
  const missionId = await sql.foundAndTakeSeat(db, tokenDigest(token), now(), founding)
  return missionId ? ok({ missionId, organisationId }) : refused({ code: 'invitation_over' })
}
