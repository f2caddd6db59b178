import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { createConnection } from 'node:net'
import { resolve } from 'node:path'
import type { Config } from '#platform/config.ts'
import { type SealingCheck, checkSealing } from '#modules/registration/index.ts'
import { withOwner } from '#platform/db.ts'
import { verifyJournal } from '#platform/journal.ts'
import { type Run, withHouse } from './command.ts'

/** One thing looked at: fine, or what is wrong and how to mend it. */
type Finding = { readonly what: string; readonly fault?: string; readonly cure?: string }

export const doctor: Run = async (config) => {
  const findings = [
    nodeVersion(),
    dataFolder(config),
    diskSpace(config),
    await port(config),
    await mailServer(config),
    ...(await database(config)),
  ]
  for (const { what, fault, cure } of findings) console.log(fault ? `✗ ${what}: ${fault}\n    ${cure}` : `✓ ${what}`)
  return findings.some((finding) => finding.fault) ? 1 : 0
}

function nodeVersion(): Finding {
  const isRight = Number(process.versions.node.split('.')[0]) >= 24
  return isRight
    ? { what: `Node ${process.versions.node}` }
    : {
        what: 'Node',
        fault: `${process.versions.node} is too old`,
        cure: 'Run through npm (npm run -s escale -- doctor): it brings its own Node 24.',
      }
}

function dataFolder(config: Config): Finding {
  const folder = resolve(config.ESCALE_DATA)
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return { what: `data folder ${folder}` }
  } catch (error) {
    return { what: 'data folder', fault: String(error), cure: 'Set ESCALE_DATA to a folder this account can write.' }
  }
}

function diskSpace(config: Config): Finding {
  if (!existsSync(config.ESCALE_DATA)) return { what: 'disk space' }
  const { bavail, bsize } = statfsSync(config.ESCALE_DATA)
  const freeGiB = (bavail * bsize) / 2 ** 30
  return freeGiB > 1
    ? { what: `disk space: ${freeGiB.toFixed(0)} GiB free` }
    : { what: 'disk space', fault: `${freeGiB.toFixed(2)} GiB free`, cure: 'Free some room, or move ESCALE_DATA to another disk.' }
}

function port(config: Config): Promise<Finding> {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done({ what: `port ${config.PORT}: in use (by Escale itself, if it is running)` }))
    server.listen(config.PORT, config.HOST, () => server.close(() => done({ what: `port ${config.PORT} is free` })))
  })
}

async function mailServer(config: Config): Promise<Finding> {
  if (!config.SMTP_URL) {
    const isOpen = config.ESCALE_DEMO && !['127.0.0.1', 'localhost', '::1'].includes(config.HOST)
    return isOpen
      ? {
          what: 'mail',
          fault: 'the demonstration shows sign-in codes in its outbox, and HOST is open to others',
          cure: 'Set SMTP_URL, or ESCALE_DEMO=0, before opening Escale to others.',
        }
      : { what: 'mail: no SMTP_URL, messages are kept in the outbox page' }
  }
  const { hostname, port: given, protocol } = new URL(config.SMTP_URL)
  const isReached = await new Promise<boolean>((done) => {
    const socket = createConnection({ host: hostname, port: Number(given || (protocol === 'smtps:' ? 465 : 587)), timeout: 3000 })
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
    socket.once('timeout', () => done(false))
  })
  return isReached
    ? { what: `mail server ${hostname}` }
    : {
        what: 'mail server',
        fault: `${hostname} does not answer`,
        cure: 'Check SMTP_URL and the firewall; messages wait in the queue meanwhile.',
      }
}

/** Passports whose key is not here, or is another one of the same name: nobody reads them until it is given back. */
function sealingKeys(checks: readonly SealingCheck[]): Finding[] {
  const sealed = checks.reduce((sum, { count }) => sum + count, 0)
  const lost = checks.filter(({ opens }) => !opens)
  if (lost.length === 0)
    return [{ what: sealed === 0 ? 'sealing keys: nothing is sealed yet' : `sealing keys: they open the ${sealed} passports sealed` }]
  return lost.map(({ keyId, count }) => ({
    what: 'sealing keys',
    fault: `${count} passports are sealed with a key “${keyId}” that is not here`,
    cure: 'Give it back, in ESCALE_SEALING_KEYS or the file sealing-keys, from where you keep it; if it is lost, ask travellers for their passports again.',
  }))
}

async function database(config: Config): Promise<Finding[]> {
  try {
    return await withHouse(config, async ({ services }) => {
      const proof = await withOwner(services.db.ownerUrl, (owner) => verifyJournal(owner))
      const waiting = await withOwner(
        services.db.ownerUrl,
        async (owner) =>
          (await owner.query<{ n: number }>(`select count(*)::int as n from graphile_worker.jobs where attempts >= max_attempts`)).rows[0]
            ?.n ?? 0,
      )
      const sealing = await withOwner(services.db.ownerUrl, (owner) => checkSealing(services.sealingKeys, owner))
      return [
        { what: config.DATABASE_URL ? 'database of DATABASE_URL, schema up to date' : 'embedded PostgreSQL, schema up to date' },
        proof.faults.length === 0
          ? { what: `journal: ${proof.entries} entries, unbroken` }
          : {
              what: 'journal',
              fault: `${proof.faults.length} faults`,
              cure: 'Run escale verify-journal to see which entries; compare with your last backup.',
            },
        ...sealingKeys(sealing),
        waiting === 0
          ? { what: 'no job has given up' }
          : {
              what: 'jobs',
              fault: `${waiting} jobs gave up after their last attempt`,
              cure: 'See last_error in graphile_worker.jobs; mend the cause, then set attempts = 0.',
            },
      ]
    })
  } catch (error) {
    return [
      {
        what: 'database',
        fault: error instanceof Error ? error.message : String(error),
        cure: 'Check DATABASE_URL (PostgreSQL 18 or later, a role that may create roles), or the log in .escale/postgres/postgres.log.',
      },
    ]
  }
}
