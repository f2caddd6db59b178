import type pg from 'pg'
import type { Services } from '#platform/context.ts'
import { queueSystemMail } from '#platform/mail.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { identityTexts } from '../texts.ts'

export type CodeMessage = { readonly email: string; readonly code: string; readonly locale: Locale }
export type SendCode = (message: CodeMessage) => Promise<void>

/** Queues the message that carries a sign-in code. It belongs to no organisation, so no outbox of an organisation shows it. */
export function codesByMail(pool: pg.Pool, services: Pick<Services, 'publicUrl'>): SendCode {
  return async ({ email, code, locale }) => {
    const { subject, intro, validity, notYou } = identityTexts[locale].codeMail
    const queued = await queueSystemMail(pool, services, {
      to: email,
      language: locale,
      subject,
      paragraphs: [intro],
      code,
      closing: [validity, notYou],
    })
    if (!queued.ok) throw new Error(`the address of an account is no address: ${queued.problem.code}`)
  }
}
