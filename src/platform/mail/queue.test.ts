import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '../actor.ts'
import { act, readAs } from '../context.ts'
import { withOwner } from '../db.ts'
import { refused, valueOf } from '../pure/outcome.ts'
import { type Tasks, platformTasks, runDueJobs } from '../worker.ts'
import { type TestOrganisation, type TestPlatform, aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import { type TestSmtpServer, startSmtpServer } from '#tests/servers/smtp.ts'
import { listKeptMail, listKeptSystemMail, listMail } from './outbox.ts'
import { type OutgoingMail, queueMail, queueMailFor, queueSystemMail } from './queue.ts'

let smtp: TestSmtpServer
let platform: TestPlatform
let organisation: TestOrganisation
/** The same database seen by a process without a mail server. */
const offline = () => ({ ...platform.services, config: { ...platform.services.config, SMTP_URL: undefined } })
const tasks = platformTasks as Tasks

const message: OutgoingMail = {
  to: 'maire@ville.example',
  language: 'fr',
  subject: 'Délégation à Gênes',
  paragraphs: ['Deux jours, quatre membres.'],
  action: { label: 'Ouvrir la mission', path: '/missions/genes' },
}

beforeAll(async () => {
  smtp = await startSmtpServer()
  platform = await openTestPlatform(inject('templateUrl'), { SMTP_URL: smtp.url, MAIL_FROM: 'Escale <escale@departement.example>' })
  organisation = await aWorkspace(platform, 'Département')
})

afterEach(async () => {
  smtp.refuseNext()
  await withOwner(platform.ownerUrl, (owner) => owner.query('delete from app.mail; delete from graphile_worker._private_jobs'))
})

afterAll(async () => {
  await platform.close()
  await smtp.stop()
})

const queue = (mail: OutgoingMail = message) => act(platform.services, organisation.caller, (ctx) => queueMail(ctx, mail))
const states = () =>
  readAs(platform.services, organisation.caller, async (ctx) =>
    (await listMail(ctx, ['queued', 'sent', 'kept', 'failed'])).map((mail) => mail.state),
  )

async function waitingJobsAreDue() {
  await withOwner(platform.ownerUrl, (owner) => owner.query('update graphile_worker._private_jobs set run_at = now()'))
}

test('a message queued by a use-case is sent once, in text and HTML, from the address of the house', async () => {
  const before = smtp.messages.length
  const id = valueOf(await queue())

  await runDueJobs({ services: platform.services, tasks })
  await runDueJobs({ services: platform.services, tasks })

  const [sent, ...others] = smtp.messages.slice(before)
  expect(others).toEqual([])
  expect(sent?.subject).toBe('Délégation à Gênes')
  expect(sent?.from?.text).toBe('"Escale" <escale@departement.example>')
  expect([sent?.to].flat().map((to) => to?.text)).toEqual(['maire@ville.example'])
  expect(sent?.messageId).toBe(`<${id}@escale.example>`)
  expect(sent?.text).toContain('https://escale.example/missions/genes')
  expect(sent?.html).toContain('<a href="https://escale.example/missions/genes"')
  expect(sent?.headers.get('auto-submitted')).toBe('auto-generated')
  expect(await states()).toEqual(['sent'])
})

test('an appointment goes with its message as one more way to read it, and says its method on the part and inside', async () => {
  const before = smtp.messages.length
  const content = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Escale//Escale//FR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n'
  await withOwner(platform.ownerUrl, (owner) =>
    queueMailFor(owner, platform.services, organisation.organisationId, { ...message, calendar: { method: 'CANCEL', content } }),
  )

  await runDueJobs({ services: platform.services, tasks })

  const [sent] = smtp.messages.slice(before)
  const parts = (sent?.attachments ?? []).map(({ contentType, headers, content: bytes }) => ({
    contentType,
    method: (headers.get('content-type') as unknown as { params: Record<string, string> }).params.method,
    text: bytes.toString(),
  }))
  expect(parts).toContainEqual({ contentType: 'text/calendar', method: 'CANCEL', text: content })
  expect(sent?.text).toContain('Deux jours, quatre membres.')
})

test('a message of a use-case that is refused afterwards never leaves', async () => {
  const before = smtp.messages.length

  await act(platform.services, organisation.caller, async (ctx) => {
    await queueMail(ctx, message)
    return refused({ code: 'too_late' })
  })
  await runDueJobs({ services: platform.services, tasks })

  expect(smtp.messages.length).toBe(before)
  expect(await states()).toEqual([])
})

test.each([
  '',
  'maire',
  'a@b@c',
  'maire@ville.example\r\nBcc: tous@ville.example',
  'maire@ville.example, autre@ville.example',
  '<maire@ville.example>',
  '"x y"@ville.example',
  `${'a'.repeat(250)}@b.example`,
])('the address %j is refused', async (to) => {
  expect(await queue({ ...message, to })).toEqual(refused({ code: 'mail_address_malformed', address: to }))
})

test('a subject with line breaks adds no header to what is sent', async () => {
  const before = smtp.messages.length
  await queue({ ...message, subject: 'Bonjour\r\nBcc: tous@ville.example' })

  await runDueJobs({ services: platform.services, tasks })

  const sent = smtp.messages[before]
  expect([sent?.subject, sent?.bcc, sent?.headers.has('bcc')]).toEqual(['Bonjour Bcc: tous@ville.example', undefined, false])
})

test('a server that says "later" is asked again, and the message is sent once', async () => {
  const before = smtp.messages.length
  await queue()
  smtp.refuseNext(451)

  await runDueJobs({ services: platform.services, tasks })
  const afterFirst = await readAs(platform.services, organisation.caller, (ctx) => listMail(ctx, ['queued']))
  await waitingJobsAreDue()
  await runDueJobs({ services: platform.services, tasks })

  expect(afterFirst[0]?.lastError).toContain('not now')
  expect(smtp.messages.length).toBe(before + 1)
  expect(await states()).toEqual(['sent'])
})

test('a server that will not have the recipient is not asked again, and the outbox says so', async () => {
  await queue()
  smtp.refuseNext(550)

  await runDueJobs({ services: platform.services, tasks })

  const [failed] = await readAs(platform.services, organisation.caller, (ctx) => listMail(ctx, ['failed']))
  const jobs = await withOwner(platform.ownerUrl, (owner) => owner.query('select from graphile_worker._private_jobs'))
  expect(failed?.lastError).toContain('not now')
  expect(jobs.rowCount).toBe(0)
})

test('the last attempt that fails leaves the message failed', async () => {
  await queue()
  await withOwner(platform.ownerUrl, (owner) => owner.query('update graphile_worker._private_jobs set attempts = max_attempts - 1'))
  smtp.refuseNext(451)

  await runDueJobs({ services: platform.services, tasks })

  expect(await states()).toEqual(['failed'])
})

test('two jobs for one message send it once, even at the same time', async () => {
  const before = smtp.messages.length
  await act(platform.services, organisation.caller, async (ctx) => {
    const queued = await queueMail(ctx, message)
    await ctx.jobs.enqueue('platform.send-mail', { mailId: valueOf(queued) })
    return queued
  })

  await runDueJobs({ services: platform.services, tasks, concurrency: 2 })

  expect(smtp.messages.length).toBe(before + 1)
})

test('without a mail server, administrators read what would have been sent; other roles and organisations do not', async () => {
  await queue()
  const stranger = await aWorkspace(platform, 'Ville voisine')
  const officer = await aColleague(platform, organisation, ['officer'])

  await runDueJobs({ services: offline(), tasks })

  const read = (caller: TestOrganisation['caller']) => readAs(platform.services, caller, listKeptMail)
  expect((await read(organisation.caller)).map((mail) => [mail.subject, mail.recipient, mail.language])).toEqual([
    ['Délégation à Gênes', 'maire@ville.example', 'fr'],
  ])
  expect(await read(stranger.caller)).toEqual([])
  await expect(read(officer)).rejects.toThrow(Forbidden)
})

test('a sign-in code is sent by the sign-in library, and no request can read it', async () => {
  const before = smtp.messages.length
  const code: OutgoingMail = {
    to: 'agent@ville.example',
    language: 'en',
    subject: 'Your code',
    paragraphs: ['Use it within ten minutes.'],
    code: '482913',
  }

  valueOf(await queueSystemMail(platform.services.db.authPool, platform.services, code))
  await runDueJobs({ services: platform.services, tasks })

  expect(smtp.messages[before]?.text).toContain('482913')
  const seen = await readAs(platform.services, organisation.caller, (ctx) => ctx.tx.selectFrom('app.mail').select('id').execute())
  expect(seen).toEqual([])
})

test('a demo without a mail server shows the sign-in codes of the last hour; any other instance does not', async () => {
  const code = { to: 'demo@ville.example', language: 'fr', subject: 'Votre code', paragraphs: [], code: '111222' } as const
  const old = valueOf(await queueSystemMail(platform.services.db.authPool, platform.services, { ...code, code: '000000' }))
  valueOf(await queueSystemMail(platform.services.db.authPool, platform.services, code))
  await queue()
  await runDueJobs({ services: offline(), tasks })
  await withOwner(platform.ownerUrl, (owner) =>
    owner.query(`update app.mail set queued_at = now() - interval '2 hours' where id = $1`, [old]),
  )

  const shown = await listKeptSystemMail(offline())

  expect(shown.map((mail) => [mail.recipient, mail.bodyText.includes('111222')])).toEqual([['demo@ville.example', true]])
  await expect(listKeptSystemMail(platform.services)).rejects.toThrow(NotFound)
  await expect(listKeptSystemMail({ ...offline(), config: { ...offline().config, ESCALE_DEMO: false } })).rejects.toThrow(NotFound)
})
