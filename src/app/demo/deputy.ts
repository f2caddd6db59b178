import { nameDeputy } from '#modules/identity/index.ts'
import { addDays } from '#platform/pure/local-date.ts'
import { assert, ok } from '#platform/pure/outcome.ts'
import type { As } from './people.ts'

/** A colleague away part of the week, and who stands in for her: fictitious, for half a year from the day the demonstration is loaded. */
export async function loadDeputy(as: As): Promise<void> {
  const solange = await as('solange', (ctx) => Promise.resolve(ok(ctx.actor.accountId)))
  await as('claire', (ctx) => {
    const { accountId } = ctx.actor
    assert(accountId && solange, 'people of the demonstration have accounts')
    return nameDeputy(ctx, {
      principalId: accountId,
      deputyId: solange,
      startsOn: ctx.today,
      endsOn: addDays(ctx.today, 180),
      reason: 'Temps partiel, absente le vendredi (exemple fictif)',
    })
  })
}
