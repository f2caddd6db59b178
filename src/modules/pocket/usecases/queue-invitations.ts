import type { ClientBase } from 'pg'
import type { Services } from '#platform/context.ts'
import { queueMailFor } from '#platform/mail.ts'
import { formatZoned } from '#platform/pure/instant.ts'
import { pick } from '#platform/pure/localized.ts'
import type { AgendaMoment } from '../domain/agenda.ts'
import { type Party, invitationOf } from '../domain/calendar.ts'
import * as sql from '../sql/invitations.ts'
import { calendarWords } from './calendar-words.ts'
import { pocketTexts } from '../texts.ts'

const batch = 200

/**
 * Writes the messages that wait for the calendars of a mission: one per moment and person, in the outbox and the language of who sends them, to their own
 * address. Each is queued once, however often this runs and in however many workers.
 */
export async function queueInvitations(services: Services, owner: ClientBase, missionId: string): Promise<void> {
  for (let more = true; more;) {
    await owner.query('begin')
    try {
      const waiting = await sql.takeWaiting(owner, missionId, batch)
      for (const invitation of waiting) await queueOne(services, owner, invitation)
      await sql.noteQueued(
        owner,
        waiting.map(({ id }) => id),
        services.now(),
      )
      await owner.query('commit')
      more = waiting.length === batch
    } catch (error) {
      await owner.query('rollback')
      throw error
    }
  }
}

async function queueOne(services: Services, owner: ClientBase, invitation: sql.WaitingInvitation): Promise<void> {
  const { method, locale, email, memberId, content, sequence, changedAt, title } = invitation
  if (!email) return
  const item: AgendaMoment = { ...content, sequence, changedAt }
  const organiser = { name: invitation.organiserName, address: addressOf(services.config.MAIL_FROM) }
  const guest: Party = { name: invitation.name, address: email }
  const words = calendarWords(locale, { title, publicUrl: services.publicUrl })
  const { invitation: texts } = pocketTexts[locale]
  const name = pick(item.title, locale).text
  const when = formatZoned({ instant: item.startsAt, zone: item.timeZone }, locale, 'precise')
  await queueMailFor(owner, services, invitation.organisationId, {
    to: email,
    language: locale,
    subject: method === 'CANCEL' ? texts.cancelled(name) : texts.subject(name, when),
    title: name,
    paragraphs: [method === 'CANCEL' ? texts.cancelledWords : texts.words(pick(title, locale).text, sequence)],
    facts: [{ label: texts.when, value: when }, ...(item.venue ? [{ label: texts.where, value: pick(item.venue.name, locale).text }] : [])],
    calendar: { method, content: invitationOf(method, item, { organiser, guest, memberId }, words, locale) },
  })
}

/** The mailbox of « Escale <escale@example.org> », or of a bare address. */
function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim()
}
