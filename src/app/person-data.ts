import { lastTravels, travelsOfPerson } from '#modules/delegations/index.ts'
import {
  type OverdueCard,
  type Stayed,
  erasePerson,
  listCardsOlderThan,
  listRetentionRules,
  loadPerson,
  mayErase,
  overdueOn,
} from '#modules/directory/index.ts'
import { applicationsOfPerson } from '#modules/registration/index.ts'
import { forgetPerson, lastExchangesOfPeople } from '#modules/relations/index.ts'
import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { listHistory } from '#platform/history.ts'
import { addDays } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { readTogether } from './together-with-person.ts'

/** Everything the organisation keeps of one person of its directory, gathered from the modules that own it (GDPR, article 15). For administrators. */
export async function readPersonData(ctx: Ctx, personId: string) {
  allow(mayErase(ctx.actor))
  const card = found(await loadPerson(ctx.tx, personId))
  const rules = await listRetentionRules(ctx.tx, ctx.today)
  return {
    card,
    rule: rules.find(({ legalBasis }) => legalBasis === card.legalBasis) ?? null,
    ...(await readTogether(ctx, card)),
    applications: await applicationsOfPerson(ctx.tx, personId),
    history: await listHistory(ctx.tx, { cardId: personId, limit: 1000 }),
  }
}

export type PersonData = Awaited<ReturnType<typeof readPersonData>>

/** More at once is not one sitting. */
const mostCards = 500

/** The cards their rule no longer keeps: what a purge would erase, said without touching anything. For administrators. */
export async function readOverdueCards(ctx: Ctx): Promise<OverdueCard[]> {
  allow(mayErase(ctx.actor))
  const rules = await listRetentionRules(ctx.tx, ctx.today)
  const shortest = Math.min(...rules.map(({ days }) => days))
  if (!Number.isFinite(shortest)) return []
  const cards = await listCardsOlderThan(ctx.tx, addDays(ctx.today, -shortest), mostCards)
  const ids = cards.map(({ id }) => id)
  const seen = [...(await lastExchangesOfPeople(ctx.tx, ids)), ...(await lastTravels(ctx.tx, ids))]
  const latest = cards.map((card) => {
    const days = seen.flatMap(({ personId, onDay }) => (personId === card.id ? [onDay] : []))
    return { ...card, lastContactOn: [card.lastContactOn, ...days].toSorted().at(-1) ?? card.lastContactOn }
  })
  return overdueOn(latest, rules, ctx.today)
}

/** Erases the cards chosen among those that are overdue now. @refuses nothing_chosen, no_longer_overdue */
export async function purgeCards(
  ctx: Ctx,
  personIds: readonly string[],
): Promise<Outcome<{ count: number }, { readonly code: 'nothing_chosen' | 'no_longer_overdue' }>> {
  const overdue = new Set<string>((await readOverdueCards(ctx)).map(({ id }) => id))
  if (personIds.length === 0) return refused({ code: 'nothing_chosen' })
  if (personIds.some((id) => !overdue.has(id))) return refused({ code: 'no_longer_overdue' })
  for (const id of personIds) await erase(ctx, id, 'rule')
  return ok({ count: personIds.length })
}

/** Erases someone who asked for it (GDPR, article 17). What acts and accounts are made of stays, and is counted. @refuses not_confirmed */
export async function eraseAtRequest(
  ctx: Ctx,
  personId: string,
  isConfirmed: boolean,
): Promise<Outcome<Stayed, { readonly code: 'not_confirmed' }>> {
  found(await loadPerson(ctx.tx, personId))
  allow(mayErase(ctx.actor))
  return isConfirmed ? ok(await erase(ctx, personId, 'request')) : refused({ code: 'not_confirmed' })
}

async function erase(ctx: Ctx, personId: string, reason: 'rule' | 'request'): Promise<Stayed> {
  const stayed = {
    delegations: (await travelsOfPerson(ctx.tx, personId)).length,
    applications: (await applicationsOfPerson(ctx.tx, personId)).length,
  }
  await forgetPerson(ctx.tx, personId)
  await erasePerson(ctx, personId, reason, stayed)
  return stayed
}
