import type { ClientBase } from 'pg'
import type { Services } from '#platform/context.ts'
import { queueMailFor } from '#platform/mail.ts'
import { onTheClock } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { addDays } from '#platform/pure/local-date.ts'
import { pick } from '#platform/pure/localized.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { listMembersAmong, listOfficers, listTimeZones } from '#modules/identity/index.ts'
import { type ReminderKind, daysOfNotice, decideReminder } from '#modules/missions/index.ts'
import * as sql from '../sql/requirements.ts'
import { departureTexts } from '../texts.ts'

/**
 * Calls to mind what people owe before a departure, by the rules of tasks: three days before the term and on its day, once, in the morning of
 * their offices. Who left the organisation is not written to: its officers are.
 */
export async function remindItems(services: Services, owner: ClientBase): Promise<void> {
  const now = services.now()
  const utcToday = onTheClock({ instant: now, zone: asTimeZone('UTC') }).date
  const items = await sql.listDueItems(owner, addDays(utcToday, daysOfNotice + 1))
  const zones = await listTimeZones(owner, [...new Set(items.map(({ organisationId }) => organisationId))])
  for (const item of items) {
    const { date, time } = onTheClock({ instant: now, zone: asTimeZone(zones.get(item.organisationId) ?? 'Europe/Paris') })
    const kind = decideReminder(item, { today: date, hour: Number(time.slice(0, 2)) })
    if (kind) await remind(services, owner, item, kind)
  }
}

async function remind(services: Services, owner: ClientBase, item: sql.DueItem, kind: ReminderKind): Promise<void> {
  await owner.query('begin')
  try {
    if (await sql.noteReminder(owner, item.id, kind, services.now())) {
      const named = await listMembersAmong(owner, item.organisationId, [item.ownerAccountId])
      const people = named.length > 0 ? named : await listOfficers(owner, item.organisationId)
      for (const { email, locale } of people) {
        const { mail, kinds } = departureTexts[locale]
        const date = formatDate(item.dueOn, locale)
        const what = `${kinds[item.kind]} – ${item.memberName}`
        await queueMailFor(owner, services, item.organisationId, {
          to: email,
          language: locale,
          subject: kind === 'before' ? mail.before(what, date) : mail.due(what, date),
          title: what,
          paragraphs: [mail.intro],
          facts: [
            { label: mail.dueOn, value: date },
            { label: mail.mission, value: pick(item.missionTitle, locale).text },
          ],
          action: { label: mail.open, path: `/missions/${item.missionId}/depart` },
        })
      }
    }
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}
