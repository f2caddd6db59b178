import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { ImportBatchId } from '#platform/tabular/import-batches.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { money } from '#platform/pure/money.ts'
import { ok, refused, valueOf } from '#platform/pure/outcome.ts'
import { closeAccounts, createMission, releasePartner } from '#modules/missions/index.ts'
import { seatPartner } from '#tests/partners.ts'
import { openWorld, type Somebody, type World } from '#tests/world.ts'
import { listExpenses } from '../sql/expenses.ts'
import { missionTotals } from '../sql/ledger-sums.ts'
import { importExpenses } from './import-expenses.ts'
import { heldExpenses } from './mend-import.ts'
import { applyImport, readImport } from './read-import.ts'
import { recordExpense } from './record-expense.ts'
import { reverseExpense } from './reverse-expense.ts'
import { type ImportView, showImport } from './show-import.ts'

let world: World
let department: Somebody
let port: Somebody
let missionId: string

beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
  department = await world.found('Département')
  port = await world.found('Port', 'port')
})

beforeEach(async () => {
  missionId = await aSharedMission()
})

afterAll(() => world.close())

async function aSharedMission(): Promise<string> {
  const leg = {
    cityId: null,
    cityName: { fr: 'Miami' },
    country: 'US',
    startsOn: asLocalDate('2025-11-04'),
    endsOn: asLocalDate('2025-11-10'),
    timeZone: 'America/New_York',
  }
  const draft = { kind: 'outgoing', title: { fr: 'Miami' }, purpose: {}, legs: [leg], objectives: [], themes: [] } as const
  const id = valueOf(await world.as(department, (ctx) => createMission(ctx, draft)))
  await seatPartner(world.services, department, port, id)
  return id
}

const read = (pasted: string, who = department) => world.as(who, (ctx) => readImport(ctx, missionId, { pasted }, 'depenses.csv'))
const show = (id: ImportBatchId, view: ImportView = 'faulty_lines', who = department) =>
  world.read(who, (ctx) => showImport(ctx, missionId, id, view))
const apply = (id: ImportBatchId, who = department) => world.as(who, (ctx) => applyImport(ctx, missionId, id, 'Corrigée par un import'))
const importAll = async (pasted: string) => apply(valueOf(await read(pasted)))
const ledger = () => world.read(department, (ctx) => listExpenses(ctx.tx, missionId, { organisationId: department.organisationId }))
const total = async () =>
  (await world.read(department, (ctx) => missionTotals(ctx.tx, missionId, department.organisationId))).total?.cents ?? null

const header =
  'Date;Fournisseur;Nature;Montant;Monnaie;Taux;Taux pour 1 unité de;Date du taux;Source du taux;Au bénéfice de;Numéro de pièce'
const hotel = '06/11/2025;Hôtel Biscayne;Hôtel;1 234,56;;;;;;;M-1'
const taxi = '07/11/2025;Taxi;Transport;24,70;USD;1,1795;EUR;07/11/2025;BCE;Port;M-2'

test('a table is written only once confirmed, in full, with its rates and beneficiaries', async () => {
  const id = valueOf(await read([header, hotel, taxi].join('\n')))
  expect(await show(id)).toMatchObject({ step: 'preview', summary: { create: 2, update: 0, same: 0, refused: 0 } })
  expect(await ledger()).toEqual([])

  expect(await apply(id)).toEqual(ok({ created: 2, updated: 0, same: 0 }))

  expect(await ledger()).toMatchObject([
    { supplier: 'Hôtel Biscayne', base: money(123_456n, 'EUR'), conversion: null, externalKey: 'M-1' },
    {
      supplier: 'Taxi',
      amount: money(2_470n, 'USD'),
      base: money(2_094n, 'EUR'),
      benefits: { kind: 'partner', organisationId: port.organisationId },
    },
  ])
  expect(await show(id)).toEqual({ step: 'result', counts: { created: 2, updated: 0, same: 0 } })
})

describe('the same file again', () => {
  test('changes nothing, with document numbers or without', async () => {
    const plain = ['Date;Fournisseur;Nature;Montant', '06/11/2025;Taxi;Transport;24,70', '06/11/2025;Taxi;Transport;24,70'].join('\n')
    await importAll([header, hotel, taxi].join('\n'))
    await importAll(plain)
    const before = await ledger()

    expect(await importAll([header, hotel, taxi].join('\n'))).toEqual(ok({ created: 0, updated: 0, same: 2 }))
    expect(await importAll(plain)).toEqual(ok({ created: 0, updated: 0, same: 2 }))
    expect(await ledger()).toEqual(before)
  })

  test('with another amount corrects the expense by a reversal, and finds it again the third time', async () => {
    await importAll([header, hotel].join('\n'))
    const dearer = [header, hotel.replace('1 234,56', '1 300,00')].join('\n')

    expect(await importAll(dearer)).toEqual(ok({ created: 0, updated: 1, same: 0 }))
    expect((await ledger()).map(({ base, reason, externalKey }) => [base.cents, reason, externalKey])).toEqual([
      [123_456n, null, 'M-1'],
      [-123_456n, 'Corrigée par un import', null],
      [130_000n, null, null],
    ])
    expect(await importAll(dearer)).toEqual(ok({ created: 0, updated: 0, same: 1 }))
    expect(await total()).toBe(130_000n)
  })

  test('does not bring back a line that was cancelled: its number must change', async () => {
    await importAll([header, hotel].join('\n'))
    const [line] = await ledger()
    valueOf(await world.as(department, (ctx) => reverseExpense(ctx, line?.id ?? '', 'Payée par le port')))

    const again = valueOf(await read([header, hotel].join('\n')))
    expect(await show(again)).toMatchObject({ lines: [{ line: 2, effect: 'refused', problems: { externalKey: 'key_was_reversed' } }] })
    expect(await apply(again)).toEqual(refused({ code: 'import_has_problems', lines: [expect.objectContaining({ line: 2 })] }))
    expect(await total()).toBe(0n)
  })
})

describe('a file with mistakes', () => {
  const faulty = [header, hotel, taxi.replace('24,70', '1,234'), '08/11/2025;;Repas;12,00;CHF'].join('\n')

  test('shows each on its cell, writes nothing, and is mended there', async () => {
    const id = valueOf(await read(faulty))

    expect(await show(id)).toMatchObject({
      summary: { create: 1, update: 0, same: 0, refused: 2 },
      lines: [
        { line: 3, problems: { amount: 'amount_ambiguous' } },
        { line: 4, problems: { supplier: 'cell_blank' } },
      ],
    })
    expect(await apply(id)).toEqual(refused({ code: 'import_has_problems', lines: [] }))
    expect(await ledger()).toEqual([])

    const cells = [
      { line: 3, column: 'amount', text: '1 234,00' },
      { line: 4, column: 'supplier', text: 'Buvette' },
      { line: 4, column: 'currency', text: '' },
      { line: 999, column: 'amount', text: '1' },
      { line: 2, column: 'reason', text: 'x' },
    ]
    const mended = valueOf(await world.as(department, (ctx) => heldExpenses(missionId, id).correct(ctx, cells)))
    expect(await show(id)).toMatchObject({ step: 'source' })
    expect(await apply(id)).toEqual(refused({ code: 'import_closed' }))
    expect(await apply(mended)).toEqual(ok({ created: 3, updated: 0, same: 0 }))
  })

  test('one bad line among thousands leaves nothing behind', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `06/11/2025;Fournisseur ${index};Repas;10,00;;;;;;;K-${index}`)
    const id = valueOf(await read([header, ...rows, '06/11/2025;Dernier;Repas;0;;;;;;;K-x'].join('\n')))

    expect(await apply(id)).toMatchObject(refused({ code: 'import_has_problems' }))
    expect(await ledger()).toEqual([])
    const mended = valueOf(
      await world.as(department, (ctx) => heldExpenses(missionId, id).correct(ctx, [{ line: 3002, column: 'amount', text: '0,01' }])),
    )
    expect(await apply(mended)).toEqual(ok({ created: 3001, updated: 0, same: 0 }))
    expect(await total()).toBe(3_000_001n)
  })

  test('a table without rows, or with a column missing, says so', async () => {
    expect(await read(header)).toEqual(refused({ code: 'table_empty' }))
    const id = valueOf(await read('A;B\n1;2'))
    expect(await show(id, 'columns')).toMatchObject({
      step: 'mapping',
      columns: [
        { header: 'A', field: null },
        { header: 'B', field: null },
      ],
    })
    const mapped = await world.as(department, (ctx) => heldExpenses(missionId, id).map(ctx, { spentOn: 0, supplier: 1 }))
    expect(mapped).toEqual(refused({ code: 'columns_missing', columns: ['category', 'amount'] }))
  })
})

test('columns named by hand are remembered for the next file with the same titles', async () => {
  const strange = 'A;B;C;D\n06/11/2025;Taxi;Transport;24,70'
  const first = valueOf(await read(strange))
  valueOf(await world.as(department, (ctx) => heldExpenses(missionId, first).map(ctx, { spentOn: 0, supplier: 1, category: 2, amount: 3 })))
  valueOf(await apply(first))

  const next = valueOf(await read(strange))
  expect(await show(next, 'columns')).toMatchObject({ isRemembered: true })
  expect(await show(next)).toMatchObject({ summary: { create: 0, update: 0, same: 1, refused: 0 } })
})

test('a file is confirmed once, even by two who confirm at the same moment', async () => {
  const id = valueOf(await read([header, hotel].join('\n')))

  const outcomes = await Promise.all([apply(id), apply(id)])

  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(outcomes.find((outcome) => !outcome.ok)).toEqual(refused({ code: 'import_closed' }))
  expect(await total()).toBe(123_456n)
})

test('two files with the same lines, confirmed at the same moment, are counted once', async () => {
  const lines = ['Date;Fournisseur;Nature;Montant', '06/11/2025;Taxi;Transport;24,70'].join('\n')
  const [first, second] = [valueOf(await read(lines)), valueOf(await read(lines))]

  const outcomes = await Promise.all([apply(first), apply(second)])

  expect(outcomes.map((outcome) => valueOf(outcome).created).toSorted()).toEqual([0, 1])
  expect(await total()).toBe(2_470n)
})

test('a colleague who records the same expense before the confirmation makes it unchanged, not double', async () => {
  const id = valueOf(await read(['Date;Fournisseur;Nature;Montant', '06/11/2025;Taxi;Transport;24,70'].join('\n')))
  const draft = {
    spentOn: asLocalDate('2025-11-06'),
    supplier: 'Taxi',
    label: '',
    category: 'transport',
    amount: money(2_470n, 'EUR'),
    conversion: null,
    benefits: { kind: 'delegation' },
    isShared: false,
    externalKey: null,
  } as const
  valueOf(await world.as(department, (ctx) => recordExpense(ctx, missionId, draft)))

  expect(await apply(id)).toEqual(ok({ created: 0, updated: 0, same: 1 }))
})

test('a correction that would keep a beneficiary who left is refused, and the old line stands', async () => {
  await importAll([header, taxi].join('\n'))
  const [seat] = await world.read(department, ({ tx }) =>
    tx
      .selectFrom('missions.pubPartner')
      .select('id')
      .where('missionId', '=', missionId)
      .where('organisationId', '=', port.organisationId)
      .execute(),
  )
  valueOf(await world.as(department, (ctx) => releasePartner(ctx, missionId, seat?.id ?? '')))
  const bare = ['Date;Fournisseur;Nature;Montant;Numéro de pièce', '07/11/2025;Taxi;Transport;25,00;M-2'].join('\n')

  const id = valueOf(await read(bare))

  expect(await show(id)).toMatchObject({ lines: [{ line: 2, effect: 'refused', problems: { benefits: 'beneficiary_unknown' } }] })
  expect(await apply(id)).toMatchObject(refused({ code: 'import_has_problems' }))
  expect(await total()).toBe(2_094n)
})

describe('nobody else', () => {
  test('a partner, an outsider, a reader or another mission has no import of this one', async () => {
    const id = valueOf(await read([header, hotel].join('\n')))
    const reader = await world.join(department.organisationId, ['reader'])
    const outsider = await world.found('Ville voisine')

    await expect(show(id, 'columns', port)).rejects.toThrow('nothing here')
    await expect(apply(id, port)).rejects.toThrow('nothing here')
    await expect(show(id, 'columns', outsider)).rejects.toThrow('nothing here')
    await expect(show(id, 'columns', reader)).rejects.toThrow('this role may not do that')
    missionId = await aSharedMission()
    await expect(apply(id)).rejects.toThrow('nothing here')
  })
})

test('a file given up stays so', async () => {
  const id = valueOf(await read([header, hotel].join('\n')))
  valueOf(await world.as(department, (ctx) => heldExpenses(missionId, id).drop(ctx)))

  expect(await apply(id)).toEqual(refused({ code: 'import_closed' }))
  expect(await world.as(department, (ctx) => heldExpenses(missionId, id).drop(ctx))).toEqual(refused({ code: 'import_closed' }))
})

test('closed accounts take no import, and an import of no line is none', async () => {
  const id = valueOf(await read([header, hotel].join('\n')))
  expect(await world.as(department, (ctx) => importExpenses(ctx, missionId, [], 'x'))).toEqual(
    refused({ code: 'import_is_empty', lines: [] }),
  )
  valueOf(await world.as(department, (ctx) => closeAccounts(ctx, missionId)))

  expect(await show(id)).toEqual({ step: 'closed', closedOn: '2026-03-02' })
  expect(await apply(id)).toEqual(refused({ code: 'accounts_closed', lines: [] }))
})
