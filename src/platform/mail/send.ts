import type { ClientBase } from 'pg'
import type { Services } from '../context.ts'

type QueuedMail = {
  readonly id: string
  readonly recipient: string
  readonly language: string
  readonly subject: string
  readonly body_text: string
  readonly body_html: string
  readonly calendar: string | null
  readonly calendar_method: string | null
}

/**
 * Sends one queued message, or keeps it for the outbox page when no mail server is configured.
 * The row is locked while the server is spoken to, so that two jobs never send it both; once sent it is
 * never taken again. Should the process die between the server's yes and our commit, the second copy
 * carries the same Message-ID, by which mail servers recognise a duplicate.
 * @throws when the server could not be reached or said "later": the queue tries again. A definite no is recorded, not retried.
 */
export async function sendMail(
  services: Pick<Services, 'config' | 'publicUrl'>,
  owner: ClientBase,
  mailId: string,
  job: { readonly isLastAttempt: boolean },
): Promise<void> {
  await owner.query('begin')
  const { rows } = await owner.query<QueuedMail>(
    `select id, recipient, language, subject, body_text, body_html, calendar, calendar_method from app.mail where id = $1 and state = 'queued' for update skip locked`,
    [mailId],
  )
  const failure = rows[0] ? await settle(services, owner, rows[0], job.isLastAttempt) : null
  await owner.query('commit')
  if (failure) throw failure
}

/** Sends and writes down what became of it. @returns the error that deserves another try */
async function settle(
  services: Pick<Services, 'config' | 'publicUrl'>,
  owner: ClientBase,
  mail: QueuedMail,
  isLastAttempt: boolean,
): Promise<Error | null> {
  const url = services.config.SMTP_URL
  if (!url) {
    await owner.query(`update app.mail set state = 'kept' where id = $1`, [mail.id])
    return null
  }
  try {
    await deliver(url, services, mail)
    await owner.query(`update app.mail set state = 'sent', sent_at = now(), last_error = null where id = $1`, [mail.id])
    return null
  } catch (cause) {
    const error = new Error(`the mail server did not take the message ${mail.id}`, { cause })
    const isDefinite = isRefusal(cause)
    await owner.query(`update app.mail set state = $2, last_error = $3 where id = $1`, [
      mail.id,
      isDefinite || isLastAttempt ? 'failed' : 'queued',
      String(cause).slice(0, 500),
    ])
    return isDefinite ? null : error
  }
}

async function deliver(url: string, services: Pick<Services, 'config' | 'publicUrl'>, mail: QueuedMail): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: services.config.MAIL_FROM,
      to: { name: '', address: mail.recipient },
      subject: mail.subject,
      text: mail.body_text,
      html: mail.body_html,
      // RFC 6047: the appointment is one more way to read the message, and says its method on the part itself.
      ...(mail.calendar === null
        ? {}
        : { icalEvent: { content: mail.calendar, method: mail.calendar_method?.toLowerCase(), filename: 'invitation.ics' } }),
      messageId: `<${mail.id}@${new URL(services.publicUrl).hostname}>`,
      // RFC 3834: nobody's holiday reply should answer us.
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
    })
  } finally {
    transport.close()
  }
}

/** The server knows this recipient or this message, and will not have it (SMTP 5xx to RCPT or DATA). A refused password is another matter: it gets mended. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return false
  return Number(error.responseCode) >= 500 && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE')
}
