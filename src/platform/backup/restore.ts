import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { withOwner } from '../db.ts'
import { openDiskStore } from '../files/disk-store.ts'
import { type ChainFault, verifyJournal } from '../journal.ts'
import { type FileStore, contentPath } from '../files/store.ts'
import { migrate, readMigrations } from '../migrate.ts'
import { type Outcome, ok, refused } from '../pure/outcome.ts'
import { copyIn } from './copy.ts'
import { digestFile, exportTable } from './digesting.ts'
import { exportJobs, importJobs } from './jobs.ts'
import { copyContent } from './make-backup.ts'
import { type Manifest, jobsFile, readManifest, tableFile } from './manifest.ts'
import { type BackedUpTable, copyInText, fixTextForms, inOrderOfNeed, listTables } from './tables.ts'

export type RestoreProblem =
  | { readonly code: 'backup_unreadable'; readonly folder: string }
  /** A file of the backup is missing or was changed since it was made. */
  | { readonly code: 'backup_damaged'; readonly file: string }
  /** Made by another version: restore it with that version, then upgrade. */
  | { readonly code: 'backup_of_another_version'; readonly migration: string }
  | { readonly code: 'database_not_empty'; readonly table: string }
  | { readonly code: 'journal_broken'; readonly faults: readonly ChainFault[] }

/**
 * Fills an empty database, migrated or not, from a backup, all or nothing: rows are loaded in one
 * transaction, exported again and compared with the digests of the backup, and the journal is proved,
 * before anything is committed.
 *
 * While loading, the triggers of our tables rest (the journal would otherwise record the restoration,
 * and guards would judge history by today's state); foreign keys and checks do not. No superuser is
 * needed: the owner of the schema may disable its triggers and lift the forced row-level security that
 * COPY cannot pass, and both are back before the commit.
 * @refuses backup_unreadable, backup_damaged, backup_of_another_version, database_not_empty, journal_broken
 */
export async function restore(folder: string, ownerUrl: string, store: FileStore): Promise<Outcome<Manifest, RestoreProblem>> {
  const read = await readManifest(folder)
  if (!read.ok) return read
  const manifest = read.value
  const refusal = otherVersion(manifest) ?? (await damage(folder, manifest)) ?? (await withOwner(ownerUrl, firstRow))
  if (refusal) return refused(refusal)
  await migrate(ownerUrl)
  return withOwner(ownerUrl, async (owner) => {
    await owner.query('begin')
    const outcome = await load(owner, folder, manifest, store)
    await owner.query(outcome.ok ? 'commit' : 'rollback')
    if (outcome.ok) await owner.query('analyze')
    return outcome
  })
}

async function load(owner: Client, folder: string, manifest: Manifest, store: FileStore): Promise<Outcome<Manifest, RestoreProblem>> {
  await fixTextForms(owner)
  const { tables, toDefer } = inOrderOfNeed(await listTables(owner))
  for (const table of tables) await openTable(owner, table)
  for (const { table, constraint } of toDefer)
    await owner.query(`alter table ${table} alter constraint ${constraint} deferrable initially deferred`)
  await owner.query('set constraints all deferred')
  // Asked again now that the tables are locked by us.
  const occupied = await firstRow(owner)
  if (occupied) return refused(occupied)
  for (const table of tables.toReversed()) if (table.isReference) await owner.query(`delete from ${table.name}`)
  for (const table of tables) {
    const { stream } = copyIn(owner, copyInText(table))
    await pipeline(createReadStream(join(folder, tableFile(table.name))), stream)
  }
  await owner.query('set constraints all immediate')
  for (const { table, constraint } of toDefer) await owner.query(`alter table ${table} alter constraint ${constraint} not deferrable`)
  for (const table of tables) await closeTable(owner, table)
  const jobs = (await readFile(join(folder, jobsFile), 'utf8')).split('\n').filter((line) => line !== '')
  if ((await exportJobs(owner)).length > 0) return refused({ code: 'database_not_empty', table: 'graphile_worker.jobs' })
  await importJobs(owner, jobs)
  const difference = await firstDifference(owner, tables, manifest)
  if (difference) return refused(difference)
  const proof = await verifyJournal(owner, manifest.journalHeads)
  if (proof.faults.length > 0) return refused({ code: 'journal_broken', faults: proof.faults })
  const missing = await copyContents(owner, contentsOf(folder), store)
  return missing ? refused(missing) : ok(manifest)
}

/** Only tables that hold data of someone count: cities and the like are written by migrations. */
async function firstRow(owner: Client): Promise<RestoreProblem | null> {
  for (const table of await listTables(owner)) {
    if (table.isReference) continue
    const { rows } = await owner.query<{ isOccupied: boolean }>(`select exists (select from ${table.name}) as "isOccupied"`)
    if (rows[0]?.isOccupied) return { code: 'database_not_empty', table: table.name }
  }
  return null
}

/** Exports everything once more: what is now in the database must be what the backup said it was. */
async function firstDifference(owner: Client, tables: readonly BackedUpTable[], manifest: Manifest): Promise<RestoreProblem | null> {
  for (const table of tables) {
    const { sha256 } = await exportTable(owner, table)
    if (sha256 !== manifest.tables[table.name]?.sha256) return { code: 'backup_damaged', file: tableFile(table.name) }
  }
  return null
}

async function copyContents(owner: Client, from: FileStore, to: FileStore): Promise<RestoreProblem | null> {
  const { rows } = await owner.query<{ sha256: string }>(`select distinct encode(sha256, 'hex') as sha256 from app.file`)
  for (const { sha256 } of rows) {
    if (!(await from.has(sha256))) return { code: 'backup_damaged', file: join('files', contentPath(sha256)) }
    await copyContent(from, to, sha256)
  }
  return null
}

async function openTable(owner: Client, table: BackedUpTable): Promise<void> {
  await owner.query(`alter table ${table.name} disable trigger user, no force row level security`)
}

async function closeTable(owner: Client, table: BackedUpTable): Promise<void> {
  await owner.query(`alter table ${table.name} enable trigger user${table.isForced ? ', force row level security' : ''}`)
}

function otherVersion(manifest: Manifest): RestoreProblem | null {
  const ours = readMigrations()
  const longest = Math.max(ours.length, manifest.migrations.length)
  for (let index = 0; index < longest; index += 1) {
    const [mine, theirs] = [ours[index], manifest.migrations[index]]
    if (mine?.name !== theirs?.name || mine?.digest !== theirs?.digest)
      return { code: 'backup_of_another_version', migration: theirs?.name ?? mine?.name ?? '' }
  }
  return null
}

async function damage(folder: string, manifest: Manifest): Promise<RestoreProblem | null> {
  const parts = [
    ...Object.entries(manifest.tables).map(([name, part]) => ({ file: tableFile(name), part })),
    { file: jobsFile, part: manifest.jobs },
  ]
  for (const { file, part } of parts) {
    const digest = await digestFile(join(folder, file)).catch(() => null)
    if (digest !== part.sha256) return { code: 'backup_damaged', file }
  }
  const contents = contentsOf(folder)
  let count = 0
  for await (const sha256 of contents.list()) {
    const file = join('files', contentPath(sha256))
    if ((await digestFile(join(folder, file))) !== sha256) return { code: 'backup_damaged', file }
    count += 1
  }
  return count === manifest.files.count ? null : { code: 'backup_damaged', file: 'files' }
}

function contentsOf(folder: string): FileStore {
  return openDiskStore(join(folder, 'files'))
}
