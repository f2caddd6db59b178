import { expect, test } from 'vitest'
import type { OrganisationId } from '#platform/actor.ts'
import { asId } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { money } from '#platform/pure/money.ts'
import { ok, refused } from '#platform/pure/outcome.ts'
import type { Expense, ExpenseId } from './expense.ts'
import { decideReversal } from './reversal.ts'

const other: ExpenseId = asId('0198c000-0000-7000-8000-0000000000ff')

function anExpense(change: Partial<Expense> = {}): Expense {
  return {
    id: asId('0198c000-0000-7000-8000-000000000020'),
    missionId: asId('0198c000-0000-7000-8000-000000000010'),
    organisationId: asId<'organisation'>('0198c000-0000-7000-8000-000000000001') satisfies OrganisationId,
    organisationName: 'Département',
    spentOn: asLocalDate('2017-11-06'),
    supplier: 'Hôtel Biscayne',
    label: '12 nuitées',
    category: 'lodging',
    amount: money(117_950n, 'USD'),
    base: money(100_000n, 'EUR'),
    conversion: { from: 'EUR', to: 'USD', rate: '1.1795', rateDate: asLocalDate('2017-11-06'), rateSource: 'BCE' },
    benefits: { kind: 'all_partners' },
    beneficiaryName: null,
    receiptId: asId('0198c000-0000-7000-8000-000000000030'),
    externalKey: 'M-17',
    reversesId: null,
    reversedById: null,
    correctsId: null,
    correctedById: null,
    reason: null,
    isShared: true,
    recordedAt: '2017-11-20T09:00:00.000Z' as Instant,
    ...change,
  }
}

test.each([
  ['once the accounts are closed', {}, 'Erreur', asLocalDate('2018-01-01'), { code: 'accounts_closed' }],
  ['of a reversal', { reversesId: other }, 'Erreur', null, { code: 'reverses_a_reversal' }],
  ['a second time', { reversedById: other }, 'Erreur', null, { code: 'already_reversed', reversedById: other }],
  ['without a reason', {}, ' \n', null, { code: 'reason_missing' }],
  ['with a reason longer than a paragraph', {}, 'x'.repeat(501), null, { code: 'reason_too_long' }],
])('a reversal is refused %s', (_, change, reason, closedOn, problem) => {
  expect(decideReversal(anExpense(change), reason, closedOn)).toEqual(refused(problem))
})

test('a reversal is the opposite of its line in amounts, and its mirror in everything else', () => {
  const expense = anExpense()

  expect(decideReversal(expense, ' Facture payée par le port ', null)).toEqual(
    ok({
      missionId: expense.missionId,
      spentOn: expense.spentOn,
      supplier: expense.supplier,
      label: expense.label,
      category: expense.category,
      amount: money(-117_950n, 'USD'),
      base: money(-100_000n, 'EUR'),
      conversion: expense.conversion,
      benefits: expense.benefits,
      isShared: true,
      receiptId: null,
      externalKey: null,
      reversesId: expense.id,
      correctsId: null,
      reason: 'Facture payée par le port',
    }),
  )
})
