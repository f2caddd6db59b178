import type { ClientBase } from 'pg'
import type { Services } from '#platform/context.ts'
import { queueMailFor } from '#platform/mail.ts'
import { onTheClock } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { addDays, addMonths } from '#platform/pure/local-date.ts'
import { pick } from '#platform/pure/localized.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { listOfficers, listTimeZones } from '#modules/identity/index.ts'
import { dueNotice, noticeMonths, type NoticeMonths } from '../domain/term.ts'
import * as sql from '../sql/notices.ts'
import { agreementTexts } from '../texts.ts'

/** From this hour on, by the clocks of the organisation: nobody is written to at night. */
const firstHour = 7

/**
 * Calls the end of an agreement to mind twelve, six and three months before its last day: its officers, in their language, in the
 * morning. Each notice leaves once for each last day, however many workers and however often this runs.
 */
export async function remindTerms(services: Services, owner: ClientBase): Promise<void> {
  const now = services.now()
  const today = onTheClock({ instant: now, zone: asTimeZone('UTC') }).date
  const ending = await sql.listEnding(owner, addDays(today, -1), addMonths(addDays(today, 1), noticeMonths[0]))
  const zones = await listTimeZones(owner, [...new Set(ending.map(({ organisationId }) => organisationId))])
  for (const agreement of ending) {
    const clock = onTheClock({ instant: now, zone: asTimeZone(zones.get(agreement.organisationId) ?? 'Europe/Paris') })
    const months = dueNotice(agreement.lastDay, agreement.sent, clock.date)
    if (months !== null && Number(clock.time.slice(0, 2)) >= firstHour) await remind(services, owner, agreement, months)
  }
}

async function remind(services: Services, owner: ClientBase, agreement: sql.EndingAgreement, months: NoticeMonths): Promise<void> {
  await owner.query('begin')
  try {
    if (await sql.noteNotice(owner, agreement, months, services.now())) {
      for (const { email, locale } of await listOfficers(owner, agreement.organisationId)) {
        const { mail } = agreementTexts[locale]
        const title = pick(agreement.title, locale).text
        const lastDay = formatDate(agreement.lastDay, locale)
        await queueMailFor(owner, services, agreement.organisationId, {
          to: email,
          language: locale,
          subject: mail.subject(title, months),
          title,
          paragraphs: [mail.intro(months)],
          facts: [{ label: mail.lastDay, value: lastDay }],
          action: { label: mail.open, path: `/accords/${agreement.id}` },
        })
      }
    }
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}
