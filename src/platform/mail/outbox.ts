import { sql } from 'kysely'
import type pg from 'pg'
import { NotFound, allow, hasRole } from '../actor.ts'
import type { Ctx, Services } from '../context.ts'
import type { Instant } from '../pure/instant.ts'
import type { MailId } from './queue.ts'

export const mailStates = ['queued', 'sent', 'kept', 'failed'] as const
export type MailState = (typeof mailStates)[number]

export type OutboxMail = {
  readonly id: MailId
  readonly recipient: string
  readonly language: string
  readonly subject: string
  readonly bodyText: string
  readonly bodyHtml: string
  readonly queuedAt: Instant
}

export type ListedMail = OutboxMail & { readonly state: MailState; readonly sentAt: string | null; readonly lastError: string | null }

const longestList = 200

/** Mail of the acting organisation, newest first, in these states. For its administrators: messages may hold invitations. */
export async function listMail(ctx: Ctx, states: readonly MailState[]): Promise<ListedMail[]> {
  allow(hasRole(ctx.actor, 'administrator'))
  const rows = await ctx.tx
    .selectFrom('app.mail')
    .select(['id', 'recipient', 'language', 'subject', 'bodyText', 'bodyHtml', 'queuedAt', 'state', 'sentAt', 'lastError'])
    .where('organisationId', '=', ctx.actor.organisationId)
    .where('state', 'in', states)
    .orderBy('queuedAt', 'desc')
    .limit(longestList)
    .execute()
  return rows as ListedMail[]
}

/** What would have been sent, had a mail server been configured. */
export function listKeptMail(ctx: Ctx): Promise<ListedMail[]> {
  return listMail(ctx, ['kept'])
}

/** The last message of no organisation written to an address: for the demonstration, whose people have no mailbox to open. */
export async function latestSystemText(owner: { query: pg.ClientBase['query'] }, recipient: string): Promise<string> {
  const { rows } = await owner.query<{ text: string }>(
    `select body_text as text from app.mail where organisation_id is null and recipient = $1 order by queued_at desc, id desc limit 1`,
    [recipient],
  )
  return rows[0]?.text ?? ''
}

/**
 * Sign-in codes of the last hour, which a demo without a mail server has to show somewhere.
 * @throws NotFound outside a demo, or as soon as a mail server is configured: then they are in mailboxes, where they belong.
 */
export async function listKeptSystemMail(services: Pick<Services, 'config' | 'db'>): Promise<OutboxMail[]> {
  if (!services.config.ESCALE_DEMO || services.config.SMTP_URL) throw new NotFound('no such page outside a demo')
  const { rows } = await sql<OutboxMail>`select * from app.kept_system_mail()`.execute(services.db.web)
  return rows
}
