import type { RawBuilder } from 'kysely'
import { violatedConstraint } from '#platform/db.ts'
import type { Somebody, World } from '#tests/world.ts'

/** For the tests: the constraint, or the code of PostgreSQL, that stops these statements when nothing but the database is asked; null when nothing does. */
export async function stoppedBy(world: World, who: Somebody, ...statements: RawBuilder<unknown>[]): Promise<string | null> {
  try {
    await world.read(who, async (ctx) => {
      for (const statement of statements) await statement.execute(ctx.tx)
      throw new Error('nothing stopped it')
    })
  } catch (error) {
    return violatedConstraint(error) ?? (error as { code?: string }).code ?? null
  }
  return null
}
