import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { composeMail } from '#platform/mail.ts'
import { pick } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { freshToken, queueSystemMail } from '#modules/identity/index.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import '../domain/jobs.ts'
import { type PassLine, linkPath } from '../domain/pass.ts'
import { mayRunPockets } from '../domain/rights.ts'
import * as sql from '../sql/senders.ts'
import { pocketTexts } from '../texts.ts'

export type GivingProblem = { readonly code: 'address_missing' | 'nobody_to_write_to' }

/**
 * Sends a member the personal link of their pocket; the former link dies, their devices stay. What was taken back is given again.
 * The message belongs to no organisation: whoever read its link in an outbox could open somebody's pocket.
 * @refuses address_missing
 */
export async function sendLink(
  ctx: Ctx,
  missionId: string,
  memberId: string,
  { invitations }: { readonly invitations: boolean },
): Promise<Outcome<{ readonly link: string }, GivingProblem>> {
  const { mission, line } = await loadLine(ctx, missionId, memberId)
  if (!line.email) return refused({ code: 'address_missing' })
  return ok({ link: await give(ctx, mission, { ...line, email: line.email }, invitations) })
}

/** The same for every member who has an address and no link yet. @refuses nobody_to_write_to */
export async function sendLinks(
  ctx: Ctx,
  missionId: string,
  { invitations }: { readonly invitations: boolean },
): Promise<Outcome<{ readonly sent: number }, GivingProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayRunPockets(ctx.actor, mission.partners))
  const lines = await sql.listPasses(ctx.tx, mission.id, ctx.actor.organisationId, ctx.now)
  const waiting = lines.flatMap((line) =>
    line.email && !line.linkIsOpen && line.deviceCount === 0 && !line.revokedAt ? [{ ...line, email: line.email }] : [],
  )
  if (waiting.length === 0) return refused({ code: 'nobody_to_write_to' })
  for (const line of waiting) await give(ctx, mission, line, invitations)
  return ok({ sent: waiting.length })
}

/** Takes the pocket of a member back: its link, its devices and its calendar stop at once. */
export async function revokePass(ctx: Ctx, missionId: string, memberId: string): Promise<Outcome<null, never>> {
  await loadLine(ctx, missionId, memberId)
  await ctx.journal.event('pocket.revoked')
  const passId = await sql.openPass(ctx.tx, missionId, memberId)
  await sql.changePass(ctx.tx, passId, { revokedAt: ctx.now, calendarSince: null })
  await sql.endSecrets(ctx.tx, passId, 'all', ctx.now)
  return ok(null)
}

async function loadLine(ctx: Ctx, missionId: string, memberId: string): Promise<{ mission: Mission; line: PassLine }> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayRunPockets(ctx.actor, mission.partners))
  const [line] = await sql.listPasses(ctx.tx, mission.id, ctx.actor.organisationId, ctx.now, memberId)
  return { mission, line: found(line) }
}

async function give(ctx: Ctx, mission: Mission, line: PassLine & { readonly email: string }, invitations: boolean): Promise<string> {
  const { memberId } = line
  const link = freshToken('')
  await ctx.journal.event('pocket.link_sent')
  const passId = await sql.openPass(ctx.tx, mission.id, memberId)
  await sql.changePass(ctx.tx, passId, { linkSentAt: ctx.now, invitations, revokedAt: null })
  await sql.endSecrets(ctx.tx, passId, 'link', ctx.now)
  await sql.insertLink(ctx.tx, { passId, memberId, missionId: mission.id, digest: link.digest }, ctx.actor.organisationId, ctx.now)
  if (invitations) await sql.catchUp(ctx.tx, memberId)
  const { locale: language } = ctx.actor
  const { mail } = pocketTexts[language]
  const title = pick(mission.title, language).text
  const letter = composeMail(
    {
      subject: mail.subject(title),
      paragraphs: [mail.intro(line.name, ctx.actor.organisationName, title), mail.what],
      action: { label: mail.open, path: linkPath(link.token) },
      closing: [mail.personal],
    },
    { language, publicUrl: ctx.services.publicUrl, organisationName: null },
  )
  await queueSystemMail(ctx.tx, line.email, language, letter)
  return ctx.services.publicUrl + linkPath(link.token)
}
