import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { valueOf } from '#platform/pure/outcome.ts'
import { recordExpense } from '#modules/budget/index.ts'
import { createMission } from '#modules/missions/index.ts'
import { buildAct, closePdfPool } from './cli.ts'
import type { ActId } from './domain/act.ts'
import { submitAsRead, aCompleteAct, anExpense, theAct, threeMissions, type World } from './usecases/three-missions.fixture.ts'
import { buildDocuments } from './usecases/build-documents.ts'
import { renderFile } from './usecases/render-file.ts'

let world: World
let actId: ActId

beforeAll(async () => {
  world = await threeMissions(inject('templateUrl'))
})
afterAll(async () => {
  await world.close()
  await closePdfPool()
})

const build = () => world.as(world.department, (ctx) => buildAct(ctx, { missionIds: world.missions }))

describe('an act built from the command line', () => {
  test('is a draft that nobody keeps while no act is open', async () => {
    const built = valueOf(await build())

    expect(built.facts.grandTotalCents).toBe('13910894')
    expect(built.compositions.map(({ sentence }) => sentence)[1]).toBe(
      'vingt membres, dont six conseillers départementaux, sept invités et sept agents de la collectivité',
    )
    expect(built.files.map(({ name }) => name)).toEqual(['rapport.pdf', 'rapport.docx', 'deliberation.pdf', 'deliberation.docx'])
    expect(await world.read(world.department, (ctx) => ctx.tx.selectFrom('acts.act').select('id').execute())).toEqual([])
  })

  test('is the act that is open about exactly these missions', async () => {
    actId = await aCompleteAct(world)

    const { missing } = valueOf(await build())

    expect(missing.filter(({ severity }) => severity === 'blocks')).toEqual([])
  })

  test('says and writes what was submitted, whatever the ledger says since', async () => {
    valueOf(await submitAsRead(world, actId))
    const late = { on: '2017-10-20', supplier: 'Trattoria', label: '', category: 'meals', cents: 1_000n }
    valueOf(await world.as(world.department, (ctx) => recordExpense(ctx, world.missions[0], anExpense(late))))

    const { facts, files } = valueOf(await build())

    const { report } = await world.read(world.department, async (ctx) => buildDocuments(ctx, await theAct(world, actId)))
    expect(facts.grandTotalCents).toBe('13910894')
    expect(Buffer.from(files[0]?.bytes ?? []).equals(valueOf(await renderFile(report, 'pdf')))).toBe(true)
  })
})

test('accounts kept in two currencies make no total, hence no report', async () => {
  const draft = { kind: 'outgoing', title: { fr: 'Boston' }, purpose: {}, legs: [], objectives: [], themes: [] } as const
  const boston = valueOf(await world.as(world.department, (ctx) => createMission(ctx, draft)))
  // Written by hand: the Département keeps its accounts in euros, and kept them in dollars for this mission.
  await world.read(world.department, (ctx) =>
    ctx.tx
      .insertInto('budget.expense')
      .values({
        missionId: boston,
        spentOn: '2017-11-05',
        supplier: 'Hotel',
        category: 'lodging',
        amountCents: 100n,
        currency: 'USD',
        baseCents: 100n,
        baseCurrency: 'USD',
      })
      .execute(),
  )

  const refused = await world.as(world.department, (ctx) => buildAct(ctx, { missionIds: [boston, world.missions[2]] }))

  expect(refused).toEqual({ ok: false, problem: { code: 'figures_do_not_add_up' } })
  expect(await world.as(world.department, (ctx) => buildAct(ctx, { missionIds: [boston] }))).toMatchObject({
    ok: true,
    value: { facts: { currency: 'USD' } },
  })
})
