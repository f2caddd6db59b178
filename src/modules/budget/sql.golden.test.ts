import { asLocalDate } from '#platform/pure/local-date.ts'
import { statementsOf } from '#tests/statements/golden.ts'
import type { NewLine } from './domain/expense.ts'
import * as expenses from './sql/expenses.ts'
import * as ledgerSums from './sql/ledger-sums.ts'
import * as relatedExpenses from './sql/related-expenses.ts'
import * as writeExpenses from './sql/write-expenses.ts'

const show = statementsOf(import.meta.dirname)
const spentOn = asLocalDate('2017-05-02')
const amount = { cents: 12_000n, currency: 'EUR' }
const line: Omit<NewLine, 'missionId'> = {
  spentOn,
  supplier: 'Essai',
  label: 'Essai',
  category: 'other',
  amount,
  base: amount,
  conversion: null,
  benefits: { kind: 'delegation' },
  isShared: false,
  externalKey: null,
  receiptId: null,
  reversesId: null,
  correctsId: null,
  reason: null,
}

show('sql/expenses.ts', expenses, {
  listExpenses: {
    'all one may read': ({ tx, miami }) => [tx, miami],
    'a page of one payer and category': ({ tx, miami, department }) => [
      tx,
      miami,
      { organisationId: department, category: 'transport', limit: 20, offset: 20 },
    ],
    'of all other payers': ({ tx, miami, department }) => [tx, miami, { exceptOrganisationId: department }],
  },
  loadExpense: ({ tx, expense }) => [tx, expense],
  pageExpenses: ({ tx, miami, expense }) => [tx, miami, expense, 20],
})

show('sql/ledger-sums.ts', ledgerSums, {
  sumLedger: {
    'of every payer': ({ tx, miami, hamburg }) => [tx, [miami, hamburg]],
    'of one payer': ({ tx, miami, hamburg, department }) => [tx, [miami, hamburg], department],
  },
  missionTotals: ({ tx, miami, department }) => [tx, miami, department],
  totalsOfMissions: ({ tx, miami, hamburg, department }) => [tx, [miami, hamburg], department],
  expensesByCategory: ({ tx, miami, department }) => [tx, miami, department],
})

show('sql/related-expenses.ts', relatedExpenses, {
  findByExternalKeys: ({ tx, miami, department }) => [tx, miami, department, ['Essai-1']],
  listSimilar: ({ tx, expense, miami, department }) => [
    tx,
    { id: expense, missionId: miami, organisationId: department, spentOn, amount },
  ],
  listChain: ({ tx, expense }) => [tx, expense],
  ledgerCurrency: ({ tx, miami, department }) => [tx, miami, department],
  listSuppliers: ({ tx, department }) => [tx, department],
  lockLedger: ({ tx, miami, department }) => [tx, miami, department],
})

show('sql/write-expenses.ts', writeExpenses, {
  insertExpenses: ({ tx, hamburg }) => [
    tx,
    [
      { ...line, missionId: hamburg },
      { ...line, missionId: hamburg, label: 'Encore' },
    ],
  ],
})
