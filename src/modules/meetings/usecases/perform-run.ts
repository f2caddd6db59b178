import { availableParallelism } from 'node:os'
import type { ClientBase } from 'pg'
import type { Services } from '#platform/context.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import * as sql from '../sql/plans.ts'
import { planSnapshot } from './plan-snapshot.ts'
import type { RaceNews } from './race-terms.ts'

/** Between two notes of progress, in milliseconds: what somebody who watches would notice. */
const noteEveryMs = 400

/**
 * Makes the plan a run asks for. A run cut short with its worker is taken up again from the beginning, by whoever takes the job: it ends with the plan it
 * would have ended with. One that is cancelled stops at its next note of progress, and keeps nothing.
 */
export async function performRun(
  services: Pick<Services, 'now'>,
  owner: Pick<ClientBase, 'query'>,
  runId: string,
  signal: AbortSignal,
): Promise<void> {
  const run = await sql.startRun(owner, runId)
  if (run === null) return
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  signal.addEventListener('abort', stop)
  let latest: RaceNews | null = null
  let noting: Promise<unknown> = Promise.resolve()
  const note = () => {
    if (latest === null) return
    const news = latest
    latest = null
    noting = noting.then(() => sql.noteProgress(owner, runId, news)).then((state) => (state === 'running' ? undefined : stop()))
  }
  const timer = setInterval(note, noteEveryMs)
  try {
    const terms = { seed: run.seed, rounds: run.rounds, threads: Math.min(2, availableParallelism()), signal: stopping.signal }
    const result = await planSnapshot(JSON.parse(run.snapshot) as Snapshot, terms, (news) => {
      latest = news
    })
    clearInterval(timer)
    note()
    await noting
    // The process is asked to end: the job is tried again, and so is the run.
    if (signal.aborted) throw new Error('stopped before the plan was made')
    await sql.finishRun(owner, runId, result, services.now())
  } finally {
    clearInterval(timer)
    await noting
    signal.removeEventListener('abort', stop)
  }
}
