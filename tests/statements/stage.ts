import pg from 'pg'
import { type AccountId, roles } from '#platform/actor.ts'
import { type Ctx, act } from '#platform/context.ts'
import type { Databases } from '#platform/db.ts'
import { refused } from '#platform/pure/outcome.ts'
import { demoTemplate } from '#tests/demo.ts'
import { openWorld } from '#tests/world.ts'
import { openRecorder } from './recorder.ts'
import { type Things, enterThings, findThings } from './things.ts'

/** What a call may take its arguments from: a transaction as the platform opens it, and things of the demonstration. */
export type Stage = Pick<Ctx, 'tx' | 'now' | 'today'> &
  Things & {
    readonly account: AccountId
    /** The ways in that know no actor: of the sign-in library, and of the operator. */
    readonly auth: { readonly pool: pg.Pool }
    readonly owner: pg.Pool
    /** The transaction above, for what asks for the databases as a whole. */
    readonly databases: Databases
  }

/** A copy of the demonstration where statements are tried one after the other, by someone of the Département who holds every role. */
export async function openStage(serverUrl: string) {
  const world = await openWorld(await demoTemplate(serverUrl))
  const found = await findThings(world.ownerUrl)
  const somebody = await world.join(found.department, roles)
  const things: Things = { ...found, ...(await enterThings(world, somebody, found.miami)) }
  const owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
  const recorder = openRecorder()
  const db = { ...world.services.db, web: world.services.db.web.withPlugin(recorder.plugin) }

  /** The statements a function sends; nothing it wrote is kept. */
  async function statementsOf(send: (stage: Stage) => Promise<unknown>): Promise<string[]> {
    const signIn = await db.authPool.connect()
    const others = [signIn, owner]
    try {
      for (const client of others) await client.query('begin')
      let statements: string[] = []
      const outcome = await act({ ...world.services, db }, somebody, async ({ tx, now, today }) => {
        const stage: Stage = {
          ...things,
          tx,
          now,
          today,
          account: somebody.accountId,
          auth: { pool: recorder.on(signIn) },
          owner: recorder.on(owner),
          databases: { ...db, web: tx },
        }
        statements = await recorder.during(() => send(stage))
        return refused('only to be seen')
      })
      if (outcome.problem !== 'only to be seen') throw new Error(`refused: ${JSON.stringify(outcome.problem)}`)
      return statements
    } finally {
      for (const client of others) await client.query('rollback')
      signIn.release()
    }
  }

  const { rows } = await owner.query<{ word: string }>(`select word from pg_get_keywords() where catcode in ('R', 'T')`)
  return {
    statementsOf,
    /** Words of SQL, which quotation marks alone make names. */
    reserved: new Set(rows.map(({ word }) => word)),
    close: async () => {
      await owner.end()
      await world.close()
    },
  }
}
