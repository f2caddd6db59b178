import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import { withOwner } from '../db.ts'
import { openDiskStore } from '../files/disk-store.ts'
import type { FileStore } from '../files/store.ts'
import { contentsLock } from '../files/sweep.ts'
import type { Instant } from '../pure/instant.ts'
import { type Outcome, ok, refused } from '../pure/outcome.ts'
import { exportTable } from './digesting.ts'
import { exportJobs } from './jobs.ts'
import { type Manifest, type PartDigest, jobsFile, makeManifest, manifestName, tableFile } from './manifest.ts'
import { fixTextForms, listTables } from './tables.ts'

export type BackupProblem = { readonly code: 'backup_folder_not_empty'; readonly folder: string }

/**
 * Writes all the data of an installation to an empty folder: one snapshot of the database, taken while
 * everybody goes on working, and the contents its files name. The folder holds every secret of the
 * database: it is readable by its owner alone, and should be kept as carefully.
 * @refuses backup_folder_not_empty
 */
export async function backup(
  ownerUrl: string,
  store: FileStore,
  folder: string,
  madeAt: Instant,
): Promise<Outcome<Manifest, BackupProblem>> {
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 })
  const present = await readdir(folder)
  if (present.length > 1 || (await readdir(join(folder, 'tables'))).length > 0) return refused({ code: 'backup_folder_not_empty', folder })
  const content = await withOwner(ownerUrl, async (owner) => {
    // Held until the connection ends: no content may be swept away between the snapshot and its copy.
    await owner.query(`select pg_advisory_lock_shared(hashtext($1))`, [contentsLock])
    await owner.query('begin transaction isolation level repeatable read, read only')
    await fixTextForms(owner)
    return exportAll(owner, store, folder)
  })
  const manifest = makeManifest(content, madeAt)
  await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
  return ok(manifest)
}

async function exportAll(
  owner: Client,
  store: FileStore,
  folder: string,
): Promise<Pick<Manifest, 'tables' | 'jobs' | 'files' | 'journalHeads'>> {
  const tables: Record<string, PartDigest> = {}
  for (const table of await listTables(owner)) {
    tables[table.name] = await exportTable(
      owner,
      table,
      createWriteStream(join(folder, tableFile(table.name)), { mode: 0o600, flush: true }),
    )
  }
  const heads = await owner.query<{ chain: string; digest: string }>(
    `select chain, encode(digest, 'hex') as digest from app.journal_head order by chain`,
  )
  return {
    tables,
    jobs: await writeJobs(owner, folder),
    files: await copyContents(owner, store, openDiskStore(join(folder, 'files'))),
    journalHeads: Object.fromEntries(heads.rows.map(({ chain, digest }) => [chain, digest])),
  }
}

async function writeJobs(owner: Client, folder: string): Promise<PartDigest> {
  const jobs = await exportJobs(owner)
  const text = jobs.map((job) => `${job}\n`).join('')
  await writeFile(join(folder, jobsFile), text, { mode: 0o600, flush: true })
  return { rows: jobs.length, sha256: createHash('sha256').update(text).digest('hex') }
}

async function copyContents(owner: Client, from: FileStore, to: FileStore): Promise<Manifest['files']> {
  const { rows } = await owner.query<{ sha256: string }>(`select distinct encode(sha256, 'hex') as sha256 from app.file order by 1`)
  let sizeBytes = 0
  for (const { sha256 } of rows) {
    const stored = await copyContent(from, to, sha256)
    sizeBytes += stored
  }
  return { count: rows.length, sizeBytes }
}

/** @throws when the content is lost or damaged: a backup that hides it would be worse than none */
export async function copyContent(from: FileStore, to: FileStore, sha256: string): Promise<number> {
  const content = await from.open(sha256)
  if (!content) throw new Error(`the content ${sha256} is named by a file but is not in the store`)
  const stored = await to.put(content.stream)
  if (stored.sha256 === sha256) return stored.sizeBytes
  await to.delete(stored.sha256)
  throw new Error(`the content ${sha256} is damaged: its bytes now have the digest ${stored.sha256}`)
}
