import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { composeMail } from '#platform/mail.ts'
import { addMinutes, dateIn } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { freshToken, queueSystemMail } from '#modules/identity/index.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import { type LinkDraft, type LinkId, linkPath } from '../domain/link.ts'
import { mayHandleApplications } from '../domain/rights.ts'
import * as sql from '../sql.ts'
import { letterTexts } from '../texts/letter-texts.ts'

/** `link` is told once and kept nowhere. */
export type MadeLink = { readonly id: LinkId; readonly link: string }

/**
 * Makes an address that opens the form of one partner, for one named person or for a relay, and sends it if they have an address.
 * The message belongs to no organisation: whoever read the link in an outbox could register in the place of the invited.
 * @param days how long it serves, from 1
 */
export async function makeLink(ctx: Ctx, missionId: string, draft: LinkDraft, days: number): Promise<Outcome<MadeLink, never>> {
  const mission = await openLinks(ctx, missionId)
  const { token, digest } = freshToken('')
  const expiresAt = addMinutes(ctx.now, days * 24 * 60)
  await ctx.journal.event('registration_link.made')
  const id = await sql.addLink(ctx.tx, mission.id, { ...draft, tokenDigest: digest, createdAt: ctx.now, expiresAt })
  await send(ctx, mission, draft, token, expiresAt)
  return ok({ id, link: ctx.services.publicUrl + linkPath(token) })
}

/** Another address for the same link, and as many days again; the former address dies. @throws NotFound for a link that was revoked */
export async function renewLink(ctx: Ctx, missionId: string, linkId: string, days: number): Promise<Outcome<MadeLink, never>> {
  const mission = await openLinks(ctx, missionId)
  const link = found(await sql.lockLink(ctx.tx, mission.id, linkId))
  const { token, digest } = freshToken('')
  const expiresAt = addMinutes(ctx.now, days * 24 * 60)
  await ctx.journal.event('registration_link.renewed')
  await sql.changeLink(ctx.tx, link.id, { tokenDigest: digest, expiresAt })
  await send(ctx, mission, link, token, expiresAt)
  return ok({ id: link.id, link: ctx.services.publicUrl + linkPath(token) })
}

/** The address opens nothing any more; what was registered by it stays. @throws NotFound for a link that was revoked */
export async function revokeLink(ctx: Ctx, missionId: string, linkId: string): Promise<Outcome<null, never>> {
  const mission = await openLinks(ctx, missionId)
  const link = found(await sql.lockLink(ctx.tx, mission.id, linkId))
  await ctx.journal.event('registration_link.revoked')
  await sql.changeLink(ctx.tx, link.id, { revokedAt: ctx.now })
  return ok(null)
}

async function openLinks(ctx: Ctx, missionId: string): Promise<Mission> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayHandleApplications(ctx.actor, mission.partners))
  return mission
}

async function send(
  ctx: Ctx,
  mission: Mission,
  { kind, email, language, represents, places }: LinkDraft,
  token: string,
  expiresAt: string,
) {
  if (email === null) return
  const { link: words } = letterTexts[language]
  const title = pick(mission.title, language).text
  const lastDay = formatDate(dateIn(asTimeZone(ctx.actor.timeZone), expiresAt as Ctx['now']), language, 'long')
  const letter = composeMail(
    {
      subject: words.subject(title),
      paragraphs: [
        kind === 'personal'
          ? words.personal(ctx.actor.organisationName, title)
          : words.focalPoint(ctx.actor.organisationName, title, represents ?? '', places),
      ],
      action: { label: kind === 'personal' ? words.open : words.openRelay, path: linkPath(token) },
      closing: [words.until(lastDay)],
    },
    { language, publicUrl: ctx.services.publicUrl, organisationName: null },
  )
  await queueSystemMail(ctx.tx, email, language, letter)
}
