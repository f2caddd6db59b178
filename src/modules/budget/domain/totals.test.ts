import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OrganisationId } from '#platform/actor.ts'
import { asId } from '#platform/pure/ids.ts'
import { money } from '#platform/pure/money.ts'
import { categories, type ExpenseId, type LedgerLine } from './expense.ts'
import { totalsOf } from './totals.ts'

const idOf = <Noun extends string>(rank: number) => asId<Noun>(`0198c000-0000-7000-8000-${String(rank).padStart(12, '0')}`)
const payers: OrganisationId[] = [idOf(1), idOf(2), idOf(3)]

/** Random ledgers, each payer in its own currency, some lines reversed by their exact opposite. */
const ledgers = fc
  .array(
    fc.record({
      payer: fc.nat({ max: 2 }),
      category: fc.constantFrom(...categories),
      cents: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).filter((cents) => cents !== 0n),
      isReversed: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((drawn) =>
    drawn.flatMap(({ payer, category, cents, isReversed }, index): LedgerLine[] => {
      const id: ExpenseId = idOf(1000 + 2 * index)
      const reversalId: ExpenseId = idOf(1001 + 2 * index)
      const currency = payer === 2 ? 'TND' : 'EUR'
      const common = { organisationId: payers[payer] ?? idOf(1), category }
      const line = { ...common, id, base: money(cents, currency), reversesId: null, reversedById: isReversed ? reversalId : null }
      return isReversed ? [line, { ...common, id: reversalId, base: money(-cents, currency), reversesId: id, reversedById: null }] : [line]
    }),
  )

const sum = (parts: readonly { readonly total: { readonly cents: bigint } }[]) =>
  parts.reduce((cents, { total }) => cents + total.cents, 0n)

test('categories add up to the total, partners too, and reversed lines weigh nothing', () => {
  fc.assert(
    fc.property(ledgers, (lines) => {
      for (const totals of totalsOf(lines)) {
        const own = lines.filter((line) => line.base.currency === totals.total.currency)
        const standing = own.filter((line) => line.reversesId === null && line.reversedById === null)
        expect(sum(totals.byCategory)).toBe(totals.total.cents)
        expect(sum(totals.byPartner)).toBe(totals.total.cents)
        expect(standing.reduce((cents, line) => cents + line.base.cents, 0n)).toBe(totals.total.cents)
        expect(totals.expenseCount).toBe(standing.length)
        expect(totals.byCategory.reduce((count, { lineCount }) => count + lineCount, 0)).toBe(own.length)
      }
    }),
  )
})

test('amounts of different currencies are never added', () => {
  const line = (rank: number, cents: bigint, currency: string, payer: number): LedgerLine => ({
    id: idOf(rank),
    organisationId: payers[payer] ?? idOf(1),
    category: 'transport',
    base: money(cents, currency),
    reversesId: null,
    reversedById: null,
  })

  expect(totalsOf([line(10, 100n, 'EUR', 0), line(11, 3000n, 'TND', 2), line(12, 50n, 'EUR', 1)])).toEqual([
    {
      total: money(150n, 'EUR'),
      byCategory: [{ category: 'transport', total: money(150n, 'EUR'), lineCount: 2 }],
      byPartner: [
        { organisationId: payers[0], total: money(100n, 'EUR'), lineCount: 1 },
        { organisationId: payers[1], total: money(50n, 'EUR'), lineCount: 1 },
      ],
      lineCount: 2,
      expenseCount: 2,
    },
    {
      total: money(3000n, 'TND'),
      byCategory: [{ category: 'transport', total: money(3000n, 'TND'), lineCount: 1 }],
      byPartner: [{ organisationId: payers[2], total: money(3000n, 'TND'), lineCount: 1 }],
      lineCount: 1,
      expenseCount: 1,
    },
  ])
})

test('no line, no total', () => {
  expect(totalsOf([])).toEqual([])
})
