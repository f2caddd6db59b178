import { describe, expect, test } from 'vitest'
import type { OrganisationId } from '#platform/actor.ts'
import { asId } from '#platform/pure/ids.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { money } from '#platform/pure/money.ts'
import { ok, refused, valueOf } from '#platform/pure/outcome.ts'
import { decideRecording, type ExpenseDraft, type Ledger } from './recording.ts'

const payer: OrganisationId = asId('0198c000-0000-7000-8000-000000000001')
const port: OrganisationId = asId('0198c000-0000-7000-8000-000000000002')
const stranger: OrganisationId = asId('0198c000-0000-7000-8000-000000000003')

const ledger: Ledger = {
  missionId: asId('0198c000-0000-7000-8000-000000000010'),
  organisationId: payer,
  baseCurrency: 'EUR',
  accountsClosedOn: null,
  partnerIds: [payer, port],
  today: asLocalDate('2017-12-01'),
}

function aDraft(change: Partial<ExpenseDraft> = {}): ExpenseDraft {
  return {
    spentOn: asLocalDate('2017-11-06'),
    supplier: 'Hôtel Biscayne',
    label: '',
    category: 'lodging',
    amount: money(123_456n, 'EUR'),
    conversion: null,
    benefits: { kind: 'delegation' },
    isShared: false,
    externalKey: null,
    ...change,
  }
}

const dollars = (rate: string, from = 'EUR', to = 'USD') => ({
  from,
  to,
  rate,
  rateDate: asLocalDate('2017-11-06'),
  rateSource: 'Banque centrale européenne',
})

describe('an expense is refused', () => {
  test.each<[string, Partial<ExpenseDraft>, Partial<Ledger>, { field: string; code: string }[]]>([
    ['once the accounts are closed', {}, { accountsClosedOn: asLocalDate('2017-11-30') }, [{ field: '', code: 'accounts_closed' }]],
    ['without a supplier', { supplier: '  ' }, {}, [{ field: 'supplier', code: 'supplier_missing' }]],
    ['with a supplier longer than a name', { supplier: 'x'.repeat(201) }, {}, [{ field: 'supplier', code: 'text_too_long' }]],
    ['with a label longer than a sentence or two', { label: 'x'.repeat(501) }, {}, [{ field: 'label', code: 'text_too_long' }]],
    [
      'with a document number longer than a number',
      { externalKey: 'x'.repeat(101) },
      {},
      [{ field: 'externalKey', code: 'text_too_long' }],
    ],
    [
      'with a source longer than a name',
      { amount: money(5n, 'USD'), conversion: { ...dollars('1.18'), rateSource: 'x'.repeat(201) } },
      {},
      [{ field: 'rateSource', code: 'text_too_long' }],
    ],
    ['of nothing', { amount: money(0n, 'EUR') }, {}, [{ field: 'amount', code: 'amount_is_zero' }]],
    ['of an absurd amount', { amount: money(10n ** 15n, 'EUR') }, {}, [{ field: 'amount', code: 'amount_too_large' }]],
    ['of an absurd credit', { amount: money(-(10n ** 15n), 'EUR') }, {}, [{ field: 'amount', code: 'amount_too_large' }]],
    [
      'in a currency that does not exist',
      { amount: money(5n, 'ZZZ'), conversion: dollars('2', 'ZZZ', 'EUR') },
      {},
      [{ field: 'currency', code: 'currency_unknown' }],
    ],
    ['in another currency without its rate', { amount: money(5n, 'USD') }, {}, [{ field: 'rate', code: 'rate_needed' }]],
    ['in the payer’s currency with a rate', { conversion: dollars('1.18') }, {}, [{ field: 'rate', code: 'rate_not_needed' }]],
    [
      'with the rate of another currency',
      { amount: money(5n, 'USD'), conversion: dollars('1.18', 'EUR', 'GBP') },
      {},
      [{ field: 'rate', code: 'rate_is_for_another_currency' }],
    ],
    [
      'with a rate nobody has published yet',
      { amount: money(5n, 'USD'), conversion: { ...dollars('1.18'), rateDate: asLocalDate('2017-12-02') } },
      {},
      [{ field: 'rateOn', code: 'rate_in_the_future' }],
    ],
    [
      'when it is worth less than half a cent',
      { amount: money(1n, 'XOF'), conversion: dollars('655957', 'EUR', 'XOF') },
      {},
      [{ field: 'amount', code: 'base_is_zero' }],
    ],
    [
      'when its worth is absurd',
      { amount: money(10n ** 13n, 'USD'), conversion: dollars('1000', 'USD', 'EUR') },
      {},
      [{ field: 'amount', code: 'amount_too_large' }],
    ],
    [
      'for the benefit of someone who takes no part',
      { benefits: { kind: 'partner', organisationId: stranger } },
      {},
      [{ field: 'benefits', code: 'beneficiary_unknown' }],
    ],
    [
      'for everything that is wrong at once',
      { supplier: '', amount: money(0n, 'USD') },
      { accountsClosedOn: asLocalDate('2017-11-30') },
      [
        { field: '', code: 'accounts_closed' },
        { field: 'supplier', code: 'supplier_missing' },
        { field: 'amount', code: 'amount_is_zero' },
        { field: 'rate', code: 'rate_needed' },
      ],
    ],
  ])('%s', (_, draft, change, problems) => {
    expect(decideRecording(aDraft(draft), { ...ledger, ...change })).toEqual(refused(problems))
  })
})

test('an expense in the payer’s currency weighs what it says', () => {
  expect(decideRecording(aDraft({ supplier: ' Hôtel Biscayne ' }), ledger)).toEqual(
    ok({
      missionId: ledger.missionId,
      spentOn: '2017-11-06',
      supplier: 'Hôtel Biscayne',
      label: '',
      category: 'lodging',
      amount: money(123_456n, 'EUR'),
      base: money(123_456n, 'EUR'),
      conversion: null,
      benefits: { kind: 'delegation' },
      receiptId: null,
      externalKey: null,
      reversesId: null,
      correctsId: null,
      reason: null,
      isShared: false,
    }),
  )
})

test.each<[string, bigint, string, ReturnType<typeof dollars>, bigint]>([
  ['divided by a rate published from the euro', 117_950n, 'USD', dollars('1.1795'), 100_000n],
  ['multiplied by a rate published to the euro', 100_000n, 'USD', dollars('0.84782', 'USD', 'EUR'), 84_782n],
  ['rounded half a cent up', 1n, 'USD', dollars('0.5', 'USD', 'EUR'), 1n],
  ['rounded half a cent away from zero when it is a credit', -1n, 'USD', dollars('0.5', 'USD', 'EUR'), -1n],
  ['in a currency without decimals', 655_957n, 'XOF', dollars('655.957', 'EUR', 'XOF'), 100_000n],
  ['in a currency of three decimals', 3_000n, 'TND', dollars('3', 'EUR', 'TND'), 100n],
])('a foreign amount is converted once, %s', (_, cents, currency, conversion, base) => {
  const line = valueOf(decideRecording(aDraft({ amount: money(cents, currency), conversion }), ledger))

  expect({ base: line.base, amount: line.amount, conversion: line.conversion }).toEqual({
    base: money(base, 'EUR'),
    amount: money(cents, currency),
    conversion,
  })
})

test('an expense dated in the future or years away is recorded all the same', () => {
  expect(decideRecording(aDraft({ spentOn: asLocalDate('2027-11-06') }), ledger).ok).toBe(true)
})

test('a payer that names itself as beneficiary means its own delegation', () => {
  expect(valueOf(decideRecording(aDraft({ benefits: { kind: 'partner', organisationId: payer } }), ledger)).benefits).toEqual({
    kind: 'delegation',
  })
  expect(valueOf(decideRecording(aDraft({ benefits: { kind: 'partner', organisationId: port } }), ledger)).benefits).toEqual({
    kind: 'partner',
    organisationId: port,
  })
})
