import { randomUUID } from 'node:crypto'
import { type Databases } from '#platform/db.ts'
import { jobsIn } from '#platform/jobs.ts'
import type { Locale } from '#platform/pure/locale.ts'
import * as sql from '../sql.ts'
import { identityTexts } from '../texts.en.ts'
import { letter } from '../ui/letter.ts'

export type CodeMessage = { readonly email: string; readonly code: string; readonly locale: Locale }
export type SendCode = (message: CodeMessage) => Promise<void>

/** Queues the message that carries a sign-in code. It belongs to no organisation, so no outbox of an organisation shows it. */
export function codesByMail(db: Databases): SendCode {
  return async ({ email, code, locale }) => {
    const texts = identityTexts[locale].codeMail
    const mail = letter(locale, texts.subject, [texts.intro, { emphasis: code }, texts.validity, texts.notYou])
    await db.web.transaction().execute(async (tx) => {
      const mailId = randomUUID()
      await sql.queueMail(tx, { id: mailId, organisationId: null, recipient: email, language: locale, ...mail })
      await jobsIn(tx).enqueue('platform.send-mail', { mailId })
    })
  }
}
