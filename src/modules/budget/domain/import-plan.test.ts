import { describe, expect, test } from 'vitest'
import type { OrganisationId } from '#platform/actor.ts'
import { asId } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { money } from '#platform/pure/money.ts'
import type { Expense, ExpenseId } from './expense.ts'
import { type GivenLine, planImport } from './import-plan.ts'
import type { ExpenseRow } from './import-columns.ts'
import type { ExpenseDraft } from './recording.ts'

const payer: OrganisationId = asId('0198c000-0000-7000-8000-000000000001')
const idOf = (rank: number): ExpenseId => asId(`0198c000-0000-7000-8000-${String(rank).padStart(12, '0')}`)
const everyColumn = new Set<keyof ExpenseRow>([
  'spentOn',
  'supplier',
  'category',
  'amount',
  'currency',
  'label',
  'benefits',
  'isShared',
  'externalKey',
])

const taxi: ExpenseDraft = {
  spentOn: asLocalDate('2017-11-06'),
  supplier: 'Taxi',
  label: '',
  category: 'transport',
  amount: money(2_470n, 'EUR'),
  conversion: null,
  benefits: { kind: 'delegation' },
  isShared: false,
  externalKey: null,
}

function aLine(line: number, change: Partial<ExpenseDraft> = {}, given = everyColumn): GivenLine {
  return { line, draft: { ...taxi, ...change }, given }
}

function anExpense(rank: number, change: Partial<Expense> = {}): Expense {
  return {
    ...taxi,
    id: idOf(rank),
    missionId: asId('0198c000-0000-7000-8000-000000000010'),
    organisationId: payer,
    organisationName: 'Département',
    base: change.amount ?? taxi.amount,
    beneficiaryName: null,
    receiptId: null,
    reversesId: null,
    reversedById: null,
    correctsId: null,
    correctedById: null,
    reason: null,
    recordedAt: '2017-11-20T09:00:00.000Z' as Instant,
    ...change,
  }
}

const ledgerOf = (...all: Expense[]) => ({
  all,
  byKey: new Map(all.flatMap((line) => (line.externalKey ? [[line.externalKey, line] as const] : []))),
})
const effects = (lines: GivenLine[], ...all: Expense[]) => planImport(lines, ledgerOf(...all)).map((plan) => plan.effect)

describe('a file without document numbers', () => {
  test('is new in an empty ledger, equal lines included: two taxis are two taxis', () => {
    expect(effects([aLine(2), aLine(3)])).toEqual(['create', 'create'])
  })

  test('read again changes nothing; one more equal line is one more expense', () => {
    expect(effects([aLine(2), aLine(3), aLine(4)], anExpense(1), anExpense(2))).toEqual(['same', 'same', 'create'])
  })

  test('does not count a reversed line as already there', () => {
    const reversed = anExpense(1, { reversedById: idOf(2) })
    const reversal = anExpense(2, { reversesId: idOf(1), amount: money(-2_470n, 'EUR') })

    expect(effects([aLine(2)], reversed, reversal)).toEqual(['create'])
  })

  test('tells when a new line looks like one of the ledger', () => {
    const [like, unlike] = planImport(
      [aLine(2, { supplier: 'TAXIS', label: 'Aéroport' }), aLine(3, { amount: money(1n, 'EUR') })],
      ledgerOf(anExpense(1)),
    )

    expect([like?.effect, like?.looksRecordedTwice]).toEqual(['create', true])
    expect([unlike?.effect, unlike?.looksRecordedTwice]).toEqual(['create', false])
  })
})

describe('a file with document numbers', () => {
  const known = anExpense(1, { externalKey: 'M-17', label: 'Aéroport', isShared: true, benefits: { kind: 'all_partners' } })
  const same = { externalKey: 'M-17', label: 'Aéroport', isShared: true, benefits: { kind: 'all_partners' } } as const

  test('is unchanged where it says the same', () => {
    expect(effects([aLine(2, same)], known)).toEqual(['same'])
  })

  test.each<[string, Partial<ExpenseDraft>]>([
    ['amount', { amount: money(2_471n, 'EUR') }],
    ['date', { spentOn: asLocalDate('2017-11-07') }],
    ['supplier', { supplier: 'Taxi bleu' }],
    ['category', { category: 'other' }],
    ['label', { label: '' }],
    ['beneficiary', { benefits: { kind: 'delegation' } }],
    ['sharing', { isShared: false }],
    ['rate', { conversion: { from: 'EUR', to: 'USD', rate: '1.18', rateDate: asLocalDate('2017-11-06'), rateSource: 'BCE' } }],
  ])('corrects the expense when its %s differs', (_, change) => {
    const [plan] = planImport([aLine(2, { ...same, ...change })], ledgerOf(known))

    expect([plan?.effect, plan?.known?.id]).toEqual(['update', known.id])
  })

  test('keeps what the file has no column for', () => {
    const bare = new Set<keyof ExpenseRow>(['spentOn', 'supplier', 'category', 'amount', 'externalKey'])
    const [unchanged, changed] = [
      planImport([aLine(2, { externalKey: 'M-17' }, bare)], ledgerOf(known)),
      planImport([aLine(2, { externalKey: 'M-17', amount: money(1n, 'EUR') }, bare)], ledgerOf(known)),
    ]

    expect(unchanged[0]?.effect).toBe('same')
    expect(changed[0]).toMatchObject({ effect: 'update', draft: { label: 'Aéroport', isShared: true, benefits: { kind: 'all_partners' } } })
  })

  test('is refused where a number stands twice, or was cancelled', () => {
    const cancelled = anExpense(3, { externalKey: 'M-18', reversedById: idOf(4) })

    const plans = planImport(
      [aLine(2, same), aLine(3, { externalKey: 'M-17' }), aLine(4, { externalKey: 'M-18' })],
      ledgerOf(known, cancelled),
    )

    expect(plans.map(({ effect, problem }) => [effect, problem?.code])).toEqual([
      ['same', undefined],
      ['refused', 'key_twice_in_the_file'],
      ['refused', 'key_was_reversed'],
    ])
  })

  test('a number that is new is a new expense, with a word when the ledger has its like', () => {
    const [plan] = planImport([aLine(2, { externalKey: 'M-20' })], ledgerOf(anExpense(1)))

    expect([plan?.effect, plan?.looksRecordedTwice]).toEqual(['create', true])
  })
})
