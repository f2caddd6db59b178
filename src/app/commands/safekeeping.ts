import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { backup, restore } from '#platform/backup.ts'
import { withOwner } from '#platform/db.ts'
import { verifyJournal } from '#platform/journal.ts'
import { type Command, UsageError, withHouse } from './command.ts'

export const verify: Command = {
  usage: 'verify-journal [--anchor FILE]',
  purpose: 'recompute the chains of the journal; FILE keeps their heads for the next time',
  run: (config, words) =>
    withHouse(config, async ({ services }) => {
      const anchor = words[0] === '--anchor' ? words[1] : undefined
      const known = anchor && existsSync(anchor) ? (JSON.parse(readFileSync(anchor, 'utf8')) as Record<string, string>) : {}
      const proof = await withOwner(services.db.ownerUrl, (owner) => verifyJournal(owner, known))
      for (const { chain, seq, fault } of proof.faults) console.error(`chain ${chain}, entry ${seq}: ${fault}`)
      if (anchor && proof.faults.length === 0) writeFileSync(anchor, `${JSON.stringify(proof.heads, null, 2)}\n`)
      console.log(`${proof.entries} entries in ${proof.chains} chains, ${proof.faults.length} faults`)
      return proof.faults.length === 0 ? 0 : 1
    }),
}

export const backupCommand: Command = {
  usage: 'backup DIR',
  purpose: 'write the whole database and every file to a new folder',
  run: (config, [folder]) =>
    withHouse(config, async ({ services }) => {
      if (!folder) throw new UsageError('backup needs the folder to write to: escale backup DIR')
      const manifest = await backup(services.db.ownerUrl, services.files, folder)
      console.log(`Backed up ${Object.keys(manifest.tables).length} tables to ${folder}`)
      return 0
    }),
}

export const restoreCommand: Command = {
  usage: 'restore DIR',
  purpose: 'fill an empty database from a backup, then prove that nothing differs',
  run: (config, [folder]) =>
    withHouse(config, async ({ services }) => {
      if (!folder) throw new UsageError('restore needs the folder of a backup: escale restore DIR')
      await restore(folder, services.db.ownerUrl, services.files)
      console.log(`Restored from ${folder}: same content, journal verified`)
      return 0
    }),
}
