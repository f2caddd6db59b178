import * as seed from '#db/seed/miami-departure-2017.ts'
import { type Member, listMembers } from '#modules/delegations/index.ts'
import { issueOrders, listOrders, markItems, setSignatory, withdrawOrder } from '#modules/departure/index.ts'
import type { MissionId } from '#modules/missions/index.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { assert, ok } from '#platform/pure/outcome.ts'
import type { As } from './people.ts'

/** Who was ready to leave for Miami, and who still was not: two organisations, each for its own people. */
export async function loadMiamiDeparture(as: As, missionId: MissionId): Promise<void> {
  await as('claire', (ctx) => setSignatory(ctx, seed.signatories.department))
  await as('lucie', (ctx) => setSignatory(ctx, seed.signatories.marseille))
  const people = await as('claire', async (ctx) => ok(await listMembers(ctx.tx, missionId, { sentBy: ctx.actor.organisationId })))
  await markAll(as, missionId, people)
  await issueAll(as, missionId, people)
  const agents = await as('lucie', async (ctx) => ok(await listMembers(ctx.tx, missionId, { sentBy: ctx.actor.organisationId })))
  const staff = agents.filter(({ category }) => category === 'staff').map(({ id }) => id)
  await as('lucie', (ctx) => issueOrders(ctx, missionId, staff, draft))
}

const draft = {
  issuedOn: asLocalDate(seed.orders.issuedOn),
  validFrom: asLocalDate(seed.orders.validFrom),
  validUntil: asLocalDate(seed.orders.validUntil),
  transport: seed.orders.transport,
  expenses: seed.orders.expenses,
}

async function markAll(as: As, missionId: MissionId, people: readonly Member[]): Promise<void> {
  const mark = (names: readonly string[], facts: { readonly on: string; readonly reference: string }) =>
    as('claire', (ctx) => markItems(ctx, missionId, names, { state: 'done', doneOn: asLocalDate(facts.on), reference: facts.reference }))
  const namesOf = (column: string, but: readonly string[] = []) =>
    people.filter(({ familyName }) => !but.includes(familyName)).map(({ id }) => `${id}:${column}`)
  await mark(namesOf('insurance:', [seed.notInsured.familyName]), seed.insurance)
  await mark(namesOf('passport:US'), seed.passports)
  await mark(namesOf('visa:US', seed.withoutEsta), seed.esta)
  const one = people.find(({ familyName }) => familyName === seed.notInsured.familyName)
  if (one) {
    const marking = { state: 'not_needed', because: seed.notInsured.because } as const
    await as('claire', (ctx) => markItems(ctx, missionId, [`${one.id}:insurance:`], marking))
  }
}

async function issueAll(as: As, missionId: MissionId, people: readonly Member[]): Promise<void> {
  const staff = people.filter(({ category, familyName }) => category === 'staff' && familyName !== seed.orders.without)
  await as('claire', (ctx) =>
    issueOrders(
      ctx,
      missionId,
      staff.map(({ id }) => id),
      draft,
    ),
  )
  const withdrawn = staff.find(({ familyName }) => familyName === seed.orders.withdrawn.familyName)
  if (!withdrawn) return
  const orders = await as('claire', async (ctx) => ok(await listOrders(ctx.tx, missionId)))
  const order = orders.find(({ memberId }) => memberId === withdrawn.id)
  assert(order, 'the agents of the Département have their orders')
  await as('claire', (ctx) => withdrawOrder(ctx, missionId, order.id, seed.orders.withdrawn.because))
  await as('claire', (ctx) => issueOrders(ctx, missionId, [withdrawn.id], draft))
}
