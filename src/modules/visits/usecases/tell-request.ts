import type { ClientBase } from 'pg'
import type { Services } from '#platform/context.ts'
import { queueMailFor } from '#platform/mail.ts'
import { listOfficers } from '#modules/identity/index.ts'
import * as sql from '../sql/requests.ts'
import { visitTexts } from '../texts.ts'

/** Tells those who answer that someone asks to be received. The message names who asks, and nothing of what they wrote. */
export async function tellRequest(services: Services, owner: ClientBase, requestId: string): Promise<void> {
  const request = await sql.loadToldRequest(owner, requestId)
  if (!request) return
  for (const { email, locale } of await listOfficers(owner, request.organisationId)) {
    const { mail } = visitTexts[locale]
    await queueMailFor(owner, services, request.organisationId, {
      to: email,
      language: locale,
      subject: mail.subject(request.number, request.asker),
      paragraphs: [mail.intro(request.asker, request.city)],
      action: { label: mail.open, path: `/visites/${requestId}` },
    })
  }
}
