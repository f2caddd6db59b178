import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type RestoreProblem, backup, restore } from '#platform/backup.ts'
import { withOwner } from '#platform/db.ts'
import { verifyJournal } from '#platform/journal.ts'
import { type Run, withHouse } from './command.ts'
import { UsageError } from './usage-error.ts'

export const verify: Run = (config, words) =>
  withHouse(config, async ({ services }) => {
    const anchor = words[0] === '--anchor' ? words[1] : undefined
    const known = anchor && existsSync(anchor) ? (JSON.parse(readFileSync(anchor, 'utf8')) as Record<string, string>) : {}
    const proof = await withOwner(services.db.ownerUrl, (owner) => verifyJournal(owner, known))
    for (const { chain, seq, fault } of proof.faults) console.error(`chain ${chain}, entry ${seq}: ${fault}`)
    if (anchor && proof.faults.length === 0) writeFileSync(anchor, `${JSON.stringify(proof.heads, null, 2)}\n`)
    console.log(`${proof.entries} entries in ${proof.chains} chains, ${proof.faults.length} faults`)
    return proof.faults.length === 0 ? 0 : 1
  })

export const backupCommand: Run = (config, [folder]) =>
  withHouse(config, async ({ services }) => {
    if (!folder) throw new UsageError('backup needs the folder to write to: escale backup DIR')
    const made = await backup(services.db.ownerUrl, services.files, resolve(folder), services.now())
    if (!made.ok) return refuse(`${made.problem.folder} is not empty: name a folder that is empty or does not exist`)
    const { tables, files } = made.value
    console.log(`Backed up ${Object.values(tables).reduce((sum, table) => sum + table.rows, 0)} rows and ${files.count} files to ${folder}`)
    return 0
  })

export const restoreCommand: Run = (config, [folder]) =>
  withHouse(config, async ({ services }) => {
    if (!folder) throw new UsageError('restore needs the folder of a backup: escale restore DIR')
    const restored = await restore(resolve(folder), services.db.ownerUrl, services.files)
    if (!restored.ok) return refuse(whyNotRestored(restored.problem))
    console.log(`Restored from ${folder}: same content, journal verified (${restored.value.contentDigest})`)
    return 0
  })

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}

function whyNotRestored(problem: RestoreProblem): string {
  switch (problem.code) {
    case 'backup_unreadable':
      return `${problem.folder} holds no backup that can be read`
    case 'backup_damaged':
      return `${problem.file} is missing or was changed since the backup was made: use another backup`
    case 'backup_of_another_version':
      return `the backup was made by another version (${problem.migration}): restore it with that version, then upgrade`
    case 'database_not_empty':
      return `the database already holds rows in ${problem.table}: restore into an empty one (another DATABASE_URL or ESCALE_DATA)`
    case 'journal_broken':
      return `the journal of the backup is broken in ${problem.faults.length} places: nothing was restored`
  }
}
