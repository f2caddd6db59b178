import { describe, expect, test } from 'vitest'
import type { OrganisationId } from '#platform/actor.ts'
import { asId } from '#platform/pure/ids.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { money } from '#platform/pure/money.ts'
import { ok } from '#platform/pure/outcome.ts'
import { guessMapping, readCells } from '#platform/tabular/import.ts'
import { categories } from './expense.ts'
import { budgetTexts } from '../texts.ts'
import { readBenefitsWords, readCategoryWords, readYesNo } from './expense-words.ts'
import { columnNames } from './import-columns.ts'
import { draftOfRow, expenseShape, type ImportReader } from './import-shape.ts'

const payer: OrganisationId = asId('0198c000-0000-7000-8000-000000000001')
const port: OrganisationId = asId('0198c000-0000-7000-8000-000000000002')

const reader: ImportReader = {
  locale: 'fr',
  ledger: {
    missionId: asId('0198c000-0000-7000-8000-000000000010'),
    organisationId: payer,
    baseCurrency: 'EUR',
    accountsClosedOn: null,
    partnerIds: [payer, port],
    today: asLocalDate('2017-12-01'),
  },
  partners: [
    { organisationId: payer, name: 'Département' },
    { organisationId: port, name: 'Grand port maritime' },
  ],
}

const headers = [
  'Date',
  'Fournisseur',
  'Nature de dépense',
  'Montant TTC',
  'Devise',
  'Taux de change',
  'Taux pour 1 unité de',
  'Date du taux',
  'Source du taux',
  'Au bénéfice de',
  'Partagée',
  'N° de pièce',
]

function read(...rows: string[][]) {
  const shape = expenseShape(reader)
  return readCells({ rows, firstLine: 2, mapping: guessMapping(headers, shape) }, shape)
}

test('the columns of a finance department are recognised, and a line becomes a draft', () => {
  const [plain, foreign] = read(
    ['06/11/2017', 'Hôtel Biscayne', 'Hôtels', '1 234,56'],
    ['6 novembre 2017', 'Taxi', 'transport', '24,70', 'usd', '1,1795', 'eur', '06/11/2017', 'BCE', 'GRAND PORT MARITIME', 'oui', 'M-17'],
  )

  expect(plain?.row && draftOfRow(plain.row, reader)).toEqual(
    ok({
      spentOn: '2017-11-06',
      supplier: 'Hôtel Biscayne',
      label: '',
      category: 'lodging',
      amount: money(123_456n, 'EUR'),
      conversion: null,
      benefits: { kind: 'delegation' },
      isShared: false,
      externalKey: null,
    }),
  )
  expect(foreign?.row && draftOfRow(foreign.row, reader)).toMatchObject({
    value: {
      amount: money(2_470n, 'USD'),
      conversion: { from: 'EUR', to: 'USD', rate: '1.1795', rateDate: '2017-11-06', rateSource: 'BCE' },
      benefits: { kind: 'partner', organisationId: port },
      isShared: true,
      externalKey: 'M-17',
    },
  })
})

describe('each problem stands on its cell', () => {
  const good = ['06/11/2017', 'Taxi', 'Transport', '24,70']
  test.each<[string, string[], Record<string, { code: string }>]>([
    ['an American date', ['11/25/2017', 'Taxi', 'Transport', '24,70'], { spentOn: { code: 'date_month_first' } }],
    ['an unknown category', ['06/11/2017', 'Taxi', 'Divertissement', '24,70'], { category: { code: 'category_unknown' } }],
    ['a blank supplier', ['06/11/2017', '', 'Transport', '24,70'], { supplier: { code: 'cell_blank' } }],
    ['an ambiguous amount', ['06/11/2017', 'Taxi', 'Transport', '1,234'], { amount: { code: 'amount_ambiguous' } }],
    ['a zero', ['06/11/2017', 'Taxi', 'Transport', '0,00'], { amount: { code: 'amount_is_zero' } }],
    ['a foreign amount without a rate', [...good, 'USD'], { rate: { code: 'rate_needed' } }],
    ['an unknown currency', [...good, 'dollars'], { currency: { code: 'currency_unknown' } }],
    ['a rate for a third currency', [...good, 'USD', '1,18', 'GBP', '06/11/2017', 'BCE'], { rateFrom: { code: 'rate_direction_unknown' } }],
    ['a rate of tomorrow', [...good, 'USD', '1,18', 'EUR', '02/12/2017', 'BCE'], { rateOn: { code: 'rate_in_the_future' } }],
    ['an unknown beneficiary', [...good, '', '', '', '', '', 'Le port d’en face'], { benefits: { code: 'beneficiary_unknown' } }],
    ['neither yes nor no', [...good, '', '', '', '', '', '', 'peut-être'], { isShared: { code: 'shared_unknown' } }],
  ])('%s', (_, cells, problems) => {
    expect(read(cells)).toMatchObject([{ line: 2, problems, row: null }])
  })
})

test('a category is read under the name the screens and the acts give it, in both languages', () => {
  const names = [budgetTexts.fr, budgetTexts.en].flatMap((texts) => categories.map((category) => texts.categories[category]))

  expect(names.map(readCategoryWords)).toEqual([...categories, ...categories])
})

test('every category is understood by its code and by words of both languages', () => {
  expect(categories.map((category) => readCategoryWords(category))).toEqual([...categories])
  expect(['Indemnités journalières', 'Per diems', 'CADEAUX', 'visa et assurance', 'Honoraires', 'divers'].map(readCategoryWords)).toEqual([
    'per_diem',
    'per_diem',
    'gift',
    'visa_insurance',
    'provider',
    'other',
  ])
  expect(readCategoryWords('')).toBeNull()
})

test('sharing and benefit are understood in words of both languages', () => {
  expect(['oui', 'OUI', 'x', 'Yes', '1', 'Partagée', 'non', 'No', '0'].map(readYesNo)).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ])
  expect(['Notre délégation', 'own delegation', 'Tous les partenaires', 'tous', 'ALL PARTNERS', 'Port'].map(readBenefitsWords)).toEqual([
    'delegation',
    'delegation',
    'all_partners',
    'all_partners',
    'all_partners',
    null,
  ])
})

test.each(['fr', 'en'] as const)('the titles of the template are recognised, every one of them: %s', (locale) => {
  const titles = Object.values(columnNames).map(({ labels }) => labels[locale])

  const mapping = guessMapping(titles, expenseShape(reader))

  expect(mapping).toEqual(Object.fromEntries(Object.keys(columnNames).map((key, index) => [key, index])))
})
