import { withOwner } from '#platform/db.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { pick } from '#platform/pure/localized.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { listOverdue, purgeOverdue } from '#modules/registration/index.ts'
import { type Run, withHouse } from './command.ts'
import { UsageError } from './usage-error.ts'

/** Says what the dated rules would erase today, and why; without `--dry-run`, erases it. The journal of each organisation says so. */
export const purge: Run = (config, words, usage) =>
  withHouse(config, async ({ services }) => {
    if (words.length > 1 || (words[0] !== undefined && words[0] !== '--dry-run')) throw new UsageError(`usage: escale ${usage}`)
    const isDryRun = words[0] === '--dry-run'
    return withOwner(services.db.ownerUrl, async (owner) => {
      const overdue = await listOverdue(owner, dateIn(asTimeZone('UTC'), services.now()))
      for (const { subject, rowCount, title, keptUntil, days, ground } of overdue)
        console.log(`${subject}\t${rowCount}\t${pick(title, 'fr').text}\tto be kept until ${keptUntil} (${days} days)\t${ground}`)
      const erased = isDryRun ? overdue : await purgeOverdue(owner, services.now())
      const count = erased.reduce((sum, { rowCount }) => sum + rowCount, 0)
      console.log(isDryRun ? `${count} rows would be erased; nothing was` : `${count} rows erased`)
      return 0
    })
  })
