import type pg from 'pg'
import type { OrganisationId } from '../actor.ts'
import type { Ctx, Services } from '../context.ts'
import type { Locale } from '../pure/locale.ts'
import type { Id } from '../pure/ids.ts'
import { type Outcome, ok, refused } from '../pure/outcome.ts'
import { composeMail } from './compose.ts'
import type { MailCalendar, MailMessage } from './message.ts'

export type MailId = Id<'mail'>

/** `language` is the recipient's: the caller has written the message in it. */
export type OutgoingMail = MailMessage & { readonly to: string; readonly language: Locale }

export type MailProblem = { readonly code: 'mail_address_malformed'; readonly address: string }

/** One bare address, with nothing a mail server could read as a second one or as another header. */
const ONE_ADDRESS = /^[^\s@<>()[\],;:"\\\p{Cc}]+@[^\s@<>()[\],;:"\\\p{Cc}]+$/u

function checkAddress(address: string): Outcome<string, MailProblem> {
  const trimmed = address.replace(/^ +| +$/g, '')
  return trimmed.length <= 254 && ONE_ADDRESS.test(trimmed) ? ok(trimmed) : refused({ code: 'mail_address_malformed', address })
}

/**
 * Queues a message for the acting organisation: it leaves once the transaction commits, and not otherwise.
 * @refuses mail_address_malformed
 */
export async function queueMail(ctx: Ctx, mail: OutgoingMail): Promise<Outcome<MailId, MailProblem>> {
  const address = checkAddress(mail.to)
  if (!address.ok) return address
  const composed = composeMail(mail, {
    language: mail.language,
    publicUrl: ctx.services.publicUrl,
    organisationName: ctx.actor.organisationName,
  })
  const row = await ctx.tx
    .insertInto('app.mail')
    .values({
      organisationId: ctx.actor.organisationId,
      recipient: address.value,
      language: mail.language,
      subject: composed.subject,
      bodyText: composed.text,
      bodyHtml: composed.html,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.jobs.enqueue('platform.send-mail', { mailId: row.id })
  return ok(row.id as MailId)
}

/**
 * The same for messages that belong to no organisation: sign-in codes, resets. No request can read them back.
 * @param connection a pool or client of the role `escale_auth` (or `escale_web`); inside a transaction, the mail is part of it
 */
export async function queueSystemMail(
  connection: { query: pg.ClientBase['query'] },
  services: Pick<Services, 'publicUrl'>,
  mail: OutgoingMail,
): Promise<Outcome<MailId, MailProblem>> {
  const address = checkAddress(mail.to)
  if (!address.ok) return address
  const { subject, text, html } = composeMail(mail, { language: mail.language, publicUrl: services.publicUrl, organisationName: null })
  const { rows } = await connection.query<{ id: MailId }>('select app.queue_system_mail($1, $2, $3, $4, $5) as id', [
    address.value,
    mail.language,
    subject,
    text,
    html,
  ])
  const row = rows[0]
  if (!row) throw new Error('the database queued no mail')
  return ok(row.id)
}

/**
 * The same for background tasks, which act for nobody: the message belongs to the organisation whose member it is written to,
 * and stands in its outbox. It may carry an appointment.
 * @param owner a connection that sees every organisation; the caller's transaction is the message's
 */
export async function queueMailFor(
  owner: { query: pg.ClientBase['query'] },
  services: Pick<Services, 'publicUrl'>,
  organisationId: OrganisationId,
  mail: OutgoingMail & { readonly calendar?: MailCalendar },
): Promise<Outcome<MailId, MailProblem>> {
  const address = checkAddress(mail.to)
  if (!address.ok) return address
  const { subject, text, html } = composeMail(mail, { language: mail.language, publicUrl: services.publicUrl, organisationName: null })
  const { rows } = await owner.query<{ id: MailId }>(
    `insert into app.mail (organisation_id, recipient, language, subject, body_text, body_html, calendar, calendar_method)
      values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [organisationId, address.value, mail.language, subject, text, html, mail.calendar?.content ?? null, mail.calendar?.method ?? null],
  )
  const row = rows[0]
  if (!row) throw new Error('the database queued no mail')
  await owner.query(`select app.enqueue('platform.send-mail', $1::json)`, [JSON.stringify({ mailId: row.id })])
  return ok(row.id)
}
