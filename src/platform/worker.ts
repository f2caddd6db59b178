import { EventEmitter } from 'node:events'
import { Logger, type RunnerOptions, type TaskList, type WorkerEvents, run, runOnce } from 'graphile-worker'
import pg, { type PoolClient } from 'pg'
import type { Services } from './context.ts'
import type { JobName, JobPayloads } from './jobs.ts'
import type { Log } from './log.ts'
import { calendar } from './worker/calendar.ts'
import { stayKnownAsAlive } from './worker/liveness.ts'

export { platformTasks } from './worker/platform-tasks.ts'

/** What a task is told besides its payload. */
export type JobContext = {
  /** 1 the first time. */
  readonly attempt: number
  /** When this one fails, the queue gives up. */
  readonly isLastAttempt: boolean
  /** Raised when the process is asked to end: long tasks should stop at the next safe point. */
  readonly abortSignal: AbortSignal
  /** A connection that sees every organisation, for the few platform tasks that must. Others act for an account, through `act`. */
  asOwner<Result>(run: (owner: PoolClient) => Promise<Result>): Promise<Result>
}

export type Task<Name extends JobName> = (services: Services, payload: JobPayloads[Name], job: JobContext) => Promise<void>

/** One handler per job name of the product: a name without a handler does not compile. */
export type Tasks = { readonly [Name in JobName]: Task<Name> }

export type Worker = {
  /** Takes no new job, lets the running ones end, then frees its connections. */
  stop(): Promise<void>
  /** Settles when the worker has ended; rejects when it ended by itself. */
  readonly ended: Promise<void>
}

export type WorkerOptions = { readonly services: Services; readonly tasks: Tasks; readonly concurrency?: number }

/**
 * Runs background jobs until stopped. Any number of processes may do so on one database: each job is
 * taken by one of them. A task that throws is tried again, later and later, up to 12 times in three days.
 */
export async function startWorker({ services, tasks, concurrency = 4 }: WorkerOptions): Promise<Worker> {
  const events: WorkerEvents = new EventEmitter()
  const poolId = new Promise<string>((resolve) => events.once('pool:create', ({ workerPool }) => resolve(workerPool.id)))
  const connections = poolOf(services, concurrency)
  const runner = await run({
    ...sharedOptions(services, concurrency, connections),
    events,
    taskList: taskList(services, tasks),
    parsedCronItems: calendar(),
  })
  const liveness = await stayKnownAsAlive(services.db.ownerUrl, await poolId, services.log)
  const ended = runner.promise.finally(() => Promise.all([liveness.release(), connections.end()]))
  // Whoever awaits `ended` learns of a failure; a caller that does not must not lose the process to it.
  ended.catch((error: unknown) => services.log.error({ error: String(error) }, 'the worker has ended by itself'))
  return { stop: () => runner.stop().then(() => ended), ended }
}

/** Runs every job that is due, and those they queue in turn, then returns: for commands and tests. */
export async function runDueJobs({ services, tasks, concurrency = 1 }: WorkerOptions): Promise<void> {
  const connections = poolOf(services, concurrency)
  try {
    await runOnce({ ...sharedOptions(services, concurrency, connections), taskList: taskList(services, tasks) })
  } finally {
    await connections.end()
  }
}

/**
 * The queue's connections, ours rather than its own: it stops listening to its pool before that has closed, and a database
 * that stops meanwhile ends a connection with an error which, heard by nobody, would end the process as a failure.
 */
function poolOf(services: Services, concurrency: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: services.db.ownerUrl, max: concurrency + 2, application_name: 'escale jobs' })
  const lost = (error: Error) => services.log.warn({ error: String(error) }, 'a connection of the worker was lost')
  pool.on('connect', (client) => client.on('error', lost))
  // Of an idle connection, told a second time.
  pool.on('error', () => {})
  return pool
}

function sharedOptions(services: Services, concurrency: number, pgPool: pg.Pool): RunnerOptions {
  return {
    pgPool,
    concurrency,
    noHandleSignals: true,
    logger: loggerOf(services.log),
    // Only batched completions are awaited when the worker stops; without a batch, a job done in the last moments stays marked as running.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  }
}

function taskList(services: Services, tasks: Tasks): TaskList {
  const entries = Object.entries(tasks) as [JobName, Task<JobName>][]
  return Object.fromEntries(
    entries.map(([name, task]) => [
      name,
      (payload, helpers) =>
        task(services, payload as JobPayloads[JobName], {
          attempt: helpers.job.attempts,
          isLastAttempt: helpers.job.attempts >= helpers.job.max_attempts,
          abortSignal: helpers.abortSignal,
          asOwner: (run) => helpers.withPgClient(run),
        }),
    ]),
  )
}

/** The queue tells a lot at the level "info"; for us that is detail. */
function loggerOf(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    const fields = { task: scope.taskIdentifier, jobId: scope.jobId }
    if (level === 'error') log.error(fields, message)
    else if (level === 'warning') log.warn(fields, message)
    else log.debug(fields, message)
  })
}
