import type { ClientBase } from 'pg'
import type { Services } from '#platform/context.ts'
import { queueMailFor } from '#platform/mail.ts'
import { onTheClock } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { addDays } from '#platform/pure/local-date.ts'
import { pick } from '#platform/pure/localized.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { type Addressee, listMembersAmong, listOfficers, listTimeZones } from '#modules/identity/index.ts'
import { type ReminderKind, daysOfNotice, decideReminder } from '../domain/task.ts'
import * as sql from '../sql/tasks.ts'
import { taskTexts } from '../texts/task-texts.ts'

/**
 * Calls to mind the tasks whose term is near or here: whoever owes one, else the officers of the organisation that does, in their
 * language, in the morning of their own offices. Each reminder leaves once, however many workers and however often this runs.
 */
export async function remindTasks(services: Services, owner: ClientBase): Promise<void> {
  const now = services.now()
  const utcToday = onTheClock({ instant: now, zone: asTimeZone('UTC') }).date
  const tasks = await sql.listDueTasks(owner, addDays(utcToday, daysOfNotice + 1))
  const zones = await listTimeZones(owner, [...new Set(tasks.map((task) => task.ownerOrganisationId))])
  for (const task of tasks) {
    const { date, time } = onTheClock({ instant: now, zone: asTimeZone(zones.get(task.ownerOrganisationId) ?? 'Europe/Paris') })
    const kind = decideReminder(task, { today: date, hour: Number(time.slice(0, 2)) })
    if (kind) await remind(services, owner, task, kind)
  }
}

async function remind(services: Services, owner: ClientBase, task: sql.DueTask, kind: ReminderKind): Promise<void> {
  await owner.query('begin')
  try {
    if (await sql.noteReminder(owner, task.id, kind, services.now())) {
      for (const person of await addressees(owner, task)) await queueReminder(services, owner, task, kind, person)
    }
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

/** The person named, while they belong to the organisation; otherwise its officers. */
async function addressees(owner: ClientBase, { ownerOrganisationId, ownerAccountId }: sql.DueTask): Promise<Addressee[]> {
  const named = ownerAccountId ? await listMembersAmong(owner, ownerOrganisationId, [ownerAccountId]) : []
  return named.length > 0 ? named : listOfficers(owner, ownerOrganisationId)
}

async function queueReminder(services: Services, owner: ClientBase, task: sql.DueTask, kind: ReminderKind, { email, locale }: Addressee) {
  const { mail } = taskTexts[locale]
  const date = formatDate(task.dueOn, locale)
  await queueMailFor(owner, services, task.ownerOrganisationId, {
    to: email,
    language: locale,
    subject: kind === 'before' ? mail.before(task.title, date) : mail.due(task.title, date),
    title: task.title,
    paragraphs: [mail.intro],
    facts: [
      { label: mail.dueOn, value: date },
      { label: mail.mission, value: pick(task.missionTitle, locale).text },
      ...(task.aboutLabel ? [{ label: mail.about, value: task.aboutLabel }] : []),
    ],
    action: { label: mail.open, path: `/missions/${task.missionId}/taches` },
  })
}
