import { connect, withOwner } from '#platform/db.ts'
import type { House } from '../services.ts'
import { loadDemo } from './load.ts'
import { isUnfinished, markFinished, markUnfinished } from './unfinished.ts'

/**
 * Loads the demonstration unless an organisation exists already. Two processes that start together load it once.
 * @throws when an earlier loading was killed half-way: half a demonstration must not pass for a whole one.
 */
export async function loadDemoOnce(house: House, load = loadDemo): Promise<boolean> {
  return withOwner(house.services.db.ownerUrl, async (owner) => {
    await owner.query("select pg_advisory_lock(hashtext('escale demo'))")
    const { rows } = await owner.query<{ empty: boolean }>('select identity.is_empty() as empty')
    if (await isUnfinished(owner))
      throw new Error(
        'The demonstration was being loaded into this database when it was stopped: give an empty database, or empty this one',
      )
    if (rows[0]?.empty !== true) return false
    await markUnfinished(owner)
    await withoutWaiting(house, (hasty) => load(hasty, owner))
    // The first transaction that waits for the disk: all that came before it is then safe too.
    await owner.query('select pg_current_xact_id()')
    await markFinished(owner)
    return true
  })
}

/** The same house, whose use-cases do not each wait for the disk: a thousand of them would spend seconds there. */
async function withoutWaiting(house: House, load: (hasty: House) => Promise<void>): Promise<void> {
  const db = connect({ ownerUrl: house.services.db.ownerUrl }, 4, '-c synchronous_commit=off')
  try {
    await load({ ...house, services: { ...house.services, db } })
  } finally {
    await db.close()
  }
}

export type DemoAccountLine = {
  readonly name: string
  readonly email: string
  readonly organisation: string
  readonly roles: readonly string[]
}

/** The one-click accounts, for the line that npm start prints. */
export async function demoAccounts(house: House): Promise<DemoAccountLine[]> {
  return withOwner(house.services.db.ownerUrl, async (owner) => {
    const { rows } = await owner.query<DemoAccountLine>(`
      select u.name, u.email, o.name as organisation, m.roles
      from auth."user" u join identity.membership m on m.account_id = u.id join directory.organisation o on o.id = m.organisation_id
      where u."isDemo" order by o.name, u.name`)
    return rows
  })
}
