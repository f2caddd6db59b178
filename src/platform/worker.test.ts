import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { act } from './context.ts'
import { withOwner } from './db.ts'
import { ok, refused } from './pure/outcome.ts'
import { type TestOrganisation, type TestPlatform, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import { type Task, type Tasks, type Worker, platformTasks, runDueJobs, startWorker } from './worker.ts'
import { forgetOldImports, forgetOldMail, forgetOldRequests } from './worker/forgetting.ts'
import { freeJobsOfTheDead } from './worker/liveness.ts'

let platform: TestPlatform
let organisation: TestOrganisation
const workers: Worker[] = []

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  organisation = await aWorkspace(platform, 'Département')
})

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  await withOwner(platform.ownerUrl, (owner) => owner.query('delete from graphile_worker._private_jobs'))
})

afterAll(() => platform.close())

/** Tasks in which one handler is replaced: here, what the queue does matters, not what the task does. */
function tasksWith(sendMail: Task<'platform.send-mail'>): Tasks {
  return { ...platformTasks, 'platform.send-mail': sendMail } as Tasks
}

function enqueue(...names: string[]) {
  return act(platform.services, organisation.caller, async (ctx) => {
    for (const mailId of names) await ctx.jobs.enqueue('platform.send-mail', { mailId })
    return ok(null)
  })
}

async function start(tasks: Tasks, concurrency = 4): Promise<Worker> {
  const worker = await startWorker({ services: platform.services, tasks, concurrency })
  workers.push(worker)
  return worker
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; !(await isTrue()); await pause(10))
    if (Date.now() > deadline) throw new Error('it never became true')
}

test('a job of a transaction that was rolled back never runs', async () => {
  const ran: string[] = []
  const outcome = await act(platform.services, organisation.caller, async (ctx) => {
    await ctx.jobs.enqueue('platform.send-mail', { mailId: 'of a refusal' })
    return refused({ code: 'too_late' })
  })

  await runDueJobs({ services: platform.services, tasks: tasksWith(async (_, { mailId }) => void ran.push(mailId)) })

  expect(outcome.ok).toBe(false)
  expect(ran).toEqual([])
})

test('a job of a committed transaction runs once, with its payload', async () => {
  const ran: unknown[] = []
  await enqueue('of a change')

  const tasks = tasksWith(async (_, payload, job) => void ran.push([payload, job.attempt, job.isLastAttempt]))
  await runDueJobs({ services: platform.services, tasks })
  await runDueJobs({ services: platform.services, tasks })

  expect(ran).toEqual([[{ mailId: 'of a change' }, 1, false]])
})

test('a waiting job of the same key is replaced, not doubled', async () => {
  const ran: string[] = []
  await act(platform.services, organisation.caller, async (ctx) => {
    await ctx.jobs.enqueue('platform.send-mail', { mailId: 'first' }, { key: 'the same' })
    await ctx.jobs.enqueue('platform.send-mail', { mailId: 'second' }, { key: 'the same' })
    return ok(null)
  })

  await runDueJobs({ services: platform.services, tasks: tasksWith(async (_, { mailId }) => void ran.push(mailId)) })

  expect(ran).toEqual(['second'])
})

test('several workers share the jobs and do none of them twice', async () => {
  const ran: string[] = []
  const names = Array.from({ length: 60 }, (_, index) => `job ${String(index).padStart(2, '0')}`)
  const tasks = tasksWith(async (_, { mailId }) => {
    await pause(1)
    ran.push(mailId)
  })
  await Promise.all([start(tasks, 3), start(tasks, 3), start(tasks, 3)])

  await enqueue(...names)
  await until(() => ran.length >= names.length)
  await pause(50)

  expect(ran.toSorted()).toEqual(names)
})

test('a task that throws is tried again later, and knows it', async () => {
  const attempts: number[] = []
  const tasks = tasksWith(async (_, __, job) => {
    attempts.push(job.attempt)
    if (job.attempt === 1) throw new Error('the network is away')
  })
  await enqueue('retried')

  await runDueJobs({ services: platform.services, tasks })
  await runDueJobs({ services: platform.services, tasks })
  const afterTwoRounds = [...attempts]
  await withOwner(platform.ownerUrl, (owner) => owner.query('update graphile_worker._private_jobs set run_at = now()'))
  await runDueJobs({ services: platform.services, tasks })

  expect(afterTwoRounds).toEqual([1])
  expect(attempts).toEqual([1, 2])
})

test('a worker that is asked to stop lets its running job end', async () => {
  let hasStarted = false
  let hasEnded = false
  const worker = await start(
    tasksWith(async () => {
      hasStarted = true
      await pause(200)
      hasEnded = true
    }),
  )
  await enqueue('slow')
  await until(() => hasStarted)

  workers.splice(0)
  await worker.stop()

  const left = await withOwner(platform.ownerUrl, (owner) =>
    owner.query('select task_identifier, locked_by, attempts from graphile_worker.jobs'),
  )
  expect(hasEnded).toBe(true)
  expect(left.rows).toEqual([])
})

test('a database that stops at once after a worker, before it has read the farewells, does not end the process as a failure', async () => {
  const worker = await start(tasksWith(async () => {}))
  await enqueue('before the end')
  await withOwner(platform.ownerUrl, async (owner) => {
    const idle = async () =>
      (
        await owner.query<{ pid: number }>(
          `select pid from pg_stat_activity
           where application_name = 'escale jobs' and datname = current_database() and state = 'idle' and query not like 'LISTEN%'`,
        )
      ).rows.map(({ pid }) => pid)
    const left = async () => (await owner.query(`select from graphile_worker.jobs`)).rowCount
    await until(async () => (await left()) === 0 && (await idle()).length > 0)
    const slow = await idle()
    for (const pid of slow) process.kill(pid, 'SIGSTOP')

    workers.splice(0)
    const stopped = worker.stop()
    try {
      await Promise.race([stopped, pause(1000)])
    } finally {
      // Whatever comes, none stays frozen: the whole cluster would wait for it.
      for (const pid of slow) {
        process.kill(pid, 'SIGTERM')
        process.kill(pid, 'SIGCONT')
      }
    }
    // It may say farewell by a frozen one: then its stop fails, which is heard.
    await Promise.allSettled([stopped])

    // An error that nobody heard would be reported against this file.
    await until(async () => (await idle()).length === 0)
  })
})

test('the job of a killed worker is given to another, without waiting for hours', async () => {
  const ran: string[] = []
  await enqueue('interrupted')
  await withOwner(platform.ownerUrl, async (owner) => {
    await owner.query(
      `update graphile_worker._private_jobs set locked_by = 'pool-killed', locked_at = now() - interval '1 minute', attempts = 1`,
    )
    expect(await freeJobsOfTheDead(owner, { secondLookMilliseconds: 10 })).toEqual(['pool-killed'])
  })

  await runDueJobs({ services: platform.services, tasks: tasksWith(async (_, { mailId }) => void ran.push(mailId)) })

  expect(ran).toEqual(['interrupted'])
})

test('the job of a living worker is left to it, however long it takes, and even while its connection is cut', async () => {
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  let hasStarted = false
  await start(
    tasksWith(async () => {
      hasStarted = true
      await finished
    }),
  )
  await enqueue('long')
  await until(() => hasStarted)

  const freed = await withOwner(platform.ownerUrl, async (owner) => {
    await until(
      async () =>
        (
          await owner.query(
            `select from pg_locks where locktype = 'advisory' and classid = ${0x45534341} and granted and database = (select oid from pg_database where datname = current_database())`,
          )
        ).rowCount === 1,
    )
    await owner.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'`)
    const whileHolding = await freeJobsOfTheDead(owner)
    await owner.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'escale worker' and datname = current_database()`,
    )
    return [...whileHolding, ...(await freeJobsOfTheDead(owner))]
  })
  finish()

  expect(freed).toEqual([])
})

test('technical traces are forgotten after their time, and only then', async () => {
  await withOwner(platform.ownerUrl, async (owner) => {
    const id = organisation.organisationId
    for (const age of ['23 hours', '25 hours'])
      await owner.query(
        `insert into app.request_once (id, organisation_id, operation, arrived_at) values (gen_random_uuid(), $1, $2::text, now() - $2::text::interval)`,
        [id, age],
      )
    for (const [owned, state, age] of [
      [null, 'kept', '2 days'],
      [id, 'kept', '2 days'],
      [id, 'failed', '91 days'],
      [id, 'queued', '91 days'],
    ])
      await owner.query(
        `insert into app.mail (organisation_id, recipient, language, subject, body_text, body_html, state, queued_at) values ($1, 'a@b', 'fr', $2, '', '', $3, now() - $4::interval)`,
        [owned, `${owned ? 'own' : 'system'} ${state} ${age}`, state, age],
      )
    for (const [state, age] of [
      ['draft', '6 days'],
      ['draft', '8 days'],
      ['applied', '8 days'],
      ['applied', '91 days'],
    ])
      await owner.query(
        `insert into app.import_batch (organisation_id, kind, source_name, headers, cells, mapping, state, outcome, created_at) values ($1, $2, '', '[]', '[]', '{}', $3::text, case when $3::text = 'applied' then '{}'::jsonb end, now() - $4::interval)`,
        [id, `${state} ${age}`, state, age],
      )

    await forgetOldRequests(owner)
    await forgetOldMail(owner)
    await forgetOldImports(owner)

    const left = async (sql: string) => (await owner.query<{ name: string }>(sql)).rows.map((row) => row.name)
    expect(await left('select operation as name from app.request_once')).toEqual(['23 hours'])
    expect(await left('select subject as name from app.mail order by 1')).toEqual(['own kept 2 days', 'own queued 91 days'])
    expect(await left('select kind as name from app.import_batch order by 1')).toEqual(['applied 8 days', 'draft 6 days'])
  })
})
