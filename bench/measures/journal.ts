import pg from 'pg'
import { withOwner } from '#platform/db.ts'
import type { Ground } from '../ground.ts'
import { callerOf, fillHouse, ordinary } from '../large-house.ts'
import type { Measure } from '../measure.ts'
import { type Finding, against, race, timed } from '../race.ts'

const linesTogether = 1_000

const insertLines = `
  insert into budget.expense (mission_id, spent_on, supplier, label, category, amount_cents, currency, base_cents, base_currency)
    select $1, '2017-05-24', 'Hôtel du Port', 'Nuitée ' || n, 'lodging', 11787 + n, 'EUR', 11787 + n, 'EUR' from generate_series(1, $2::int) n`

/** Opens a small house as one of its organisations would write in it, with or without the journal of expenses. */
async function openLedger(ground: Ground, hasJournal: boolean) {
  const databaseUrl = await ground.emptyDatabase()
  const { accountId, organisationId } = callerOf(ordinary)
  const missionId = await withOwner(databaseUrl, async (owner) => {
    await fillHouse(owner, { organisations: 50, missions: 1_000 })
    if (!hasJournal) await owner.query('drop trigger journal_insert on budget.expense')
    const { rows } = await owner.query<{ id: string }>('select mission_id as id from missions.partner where organisation_id = $1 limit 1', [
      organisationId,
    ])
    return rows[0]?.id
  })
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c role=escale_web' })
  await client.connect()
  ground.atEnd(() => client.end())
  return async (lines: number) => {
    await client.query('begin')
    await client.query('select identity.enter($1, $2)', [accountId, organisationId])
    await client.query(insertLines, [missionId, lines])
    await client.query('commit')
  }
}

async function run(ground: Ground): Promise<Finding[]> {
  const write = await openLedger(ground, true)
  const writeUnseen = await openLedger(ground, false)
  const { one, oneUnseen } = await race(
    {
      one: { what: 'One expense, in its transaction', run: () => timed(() => write(1)) },
      oneUnseen: { what: 'the same without the journal', run: () => timed(() => writeUnseen(1)) },
    },
    { passes: 11, runs: 20, seconds: 8 },
  )
  const { many, manyUnseen } = await race(
    {
      many: { what: `${linesTogether.toLocaleString('en')} expenses in one statement`, run: () => timed(() => write(linesTogether)) },
      manyUnseen: { what: 'the same without the journal', run: () => timed(() => writeUnseen(linesTogether)) },
    },
    { passes: 5, runs: 3, seconds: 8 },
  )
  return [against(one, oneUnseen), against(many, manyUnseen)]
}

export const measure: Measure = {
  rank: 7,
  title: 'The journal',
  reading: `Expenses written by the role of requests, each change appended to the organisation's chain of digests by the database. Floor: the same
statement on a copy of the database from which that one trigger was removed; everything else stays, constraints and policies included. The
cluster of the benches does not wait for the disk, which would hide the difference.`,
  run,
}
