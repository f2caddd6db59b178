import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientBase } from 'pg'
import type { Log } from '../log.ts'

/**
 * A job taken by a process that was killed stays marked as taken: the queue itself waits four hours
 * before giving it to another. So each worker holds an advisory lock named after it for as long as it
 * lives; PostgreSQL frees it at once when the process dies. Whoever finds the lock free frees the jobs.
 */
const lockClass = 0x45534341

export async function stayKnownAsAlive(ownerUrl: string, workerId: string, log: Log): Promise<{ release(): Promise<void> }> {
  let isReleased = false
  let client = await hold()

  async function hold(): Promise<Client> {
    const connection = new Client({ connectionString: ownerUrl, application_name: 'escale worker' })
    connection.on('error', () => void regain())
    await connection.connect()
    await connection.query('select pg_advisory_lock($1, hashtext($2))', [lockClass, workerId])
    return connection
  }

  async function regain(): Promise<void> {
    if (isReleased) return
    try {
      client = await hold()
    } catch (error) {
      log.warn({ error: String(error) }, 'the worker has lost the database and tries again')
      setTimeout(() => void regain(), 500).unref()
    }
  }

  return {
    release: async () => {
      isReleased = true
      await client.end()
    },
  }
}

/**
 * Frees the jobs held by workers that no longer live. Jobs taken in the last seconds are left alone: a
 * worker that has just started may not hold its lock yet. A worker found dead is looked at twice, so
 * that one whose connection was cut has the time to take its lock again.
 * @returns the names of the dead workers
 */
export async function freeJobsOfTheDead(owner: ClientBase, { graceSeconds = 15, secondLookMilliseconds = 2000 } = {}): Promise<string[]> {
  const holders = await owner.query<{ name: string }>(
    `select locked_by as name from graphile_worker._private_jobs where locked_at < now() - make_interval(secs => $1)
     union select locked_by from graphile_worker._private_job_queues where locked_at < now() - make_interval(secs => $1)`,
    [graceSeconds],
  )
  const suspects = await deadAmong(
    owner,
    holders.rows.map((row) => row.name),
  )
  if (suspects.length === 0) return []
  await pause(secondLookMilliseconds)
  const dead = await deadAmong(owner, suspects)
  await owner.query('select graphile_worker.force_unlock_workers($1)', [dead])
  return dead
}

async function deadAmong(owner: ClientBase, workerIds: readonly string[]): Promise<string[]> {
  const dead: string[] = []
  for (const id of workerIds) if (await isDead(owner, id)) dead.push(id)
  return dead
}

async function isDead(owner: ClientBase, workerId: string): Promise<boolean> {
  const attempt = await owner.query<{ isFree: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as "isFree"', [lockClass, workerId])
  if (!attempt.rows[0]?.isFree) return false
  await owner.query('select pg_advisory_unlock($1, hashtext($2))', [lockClass, workerId])
  return true
}
