import { arch, cpus, loadavg, totalmem, type } from 'node:os'
import { withOwner } from '#platform/db.ts'

/** What a reader needs to compare figures with their own machine; nothing that tells which one it was. */
export type Machine = {
  readonly cores: number
  readonly facts: string
}

export async function describeMachine(databaseUrl: string): Promise<Machine> {
  const cores = cpus().length
  const postgres = await withOwner(databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ version: string }>(`select current_setting('server_version') as version`)
    return rows[0]?.version ?? ''
  })
  const memory = Math.round(totalmem() / 2 ** 30)
  return { cores, facts: `${cores} cores, ${memory} GB, ${type()} ${arch()}, Node ${process.versions.node}, PostgreSQL ${postgres}` }
}

/** Processes that ran or waited to run, on average over the last minute. */
export const loadNow = () => loadavg()[0] ?? 0
