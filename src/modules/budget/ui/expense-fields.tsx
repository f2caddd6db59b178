import { type ChangeEvent, useState } from 'react'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DateField } from '#ui/date-field.tsx'
import { FileField } from '#ui/file-field.tsx'
import { useForm } from '#ui/form-context.ts'
import { HiddenField } from '#ui/hidden-field.tsx'
import { MoneyField } from '#ui/money-field.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useHydrated } from '#ui/use-hydrated.ts'
import { categories, type Benefits } from '../domain/expense.ts'
import { budgetTexts } from '../texts.ts'
import type { ExpenseChoices, ExpenseStart } from './expense-start.ts'
import type { HandedReceipt } from '../usecases/handed-receipt.ts'
import { RateFields } from './rate-fields.tsx'

type ExpenseFieldsProps = {
  start: ExpenseStart
  choices: ExpenseChoices
  /** A correction keeps the receipt of the line it mends. */
  keepsReceipt?: boolean
  /** The photograph a traveller handed in, which the expense takes. */
  handed?: HandedReceipt | null
}

/** The fields of an expense in the order of a receipt. The rate shows itself when the currency is foreign; without a script it always does. */
export function ExpenseFields({ start, choices, keepsReceipt, handed }: ExpenseFieldsProps) {
  const texts = useCatalogue(budgetTexts)
  const { form } = texts
  const { baseCurrency } = choices
  const typedCurrency = useForm().values.currency
  const [currency, setCurrency] = useState(typeof typedCurrency === 'string' ? typedCurrency : (start.amount?.currency ?? baseCurrency))
  const isRateHidden = useHydrated() && currency === baseCurrency
  const followCurrency = ({ target }: ChangeEvent<HTMLElement>) => {
    if (target instanceof HTMLSelectElement && target.name === 'currency') setCurrency(target.value)
  }
  return (
    <>
      <DateField name="spentOn" label={form.spentOn} required defaultValue={start.spentOn} />
      <TextField
        name="supplier"
        label={form.supplier}
        required
        maxLength={200}
        suggestions={choices.suppliers}
        defaultValue={start.supplier}
      />
      <Select
        name="category"
        label={form.category}
        required
        defaultValue={start.category}
        options={categories.map((value) => ({ value, label: texts.categories[value] }))}
      />
      <div onChange={followCurrency}>
        <MoneyField
          name="amount"
          label={form.amount}
          hint={form.amountHint}
          required
          currency={start.amount?.currency ?? baseCurrency}
          currencies={choices.currencies}
          currencyName="currency"
          defaultCents={start.amount && start.amount.cents !== 0n ? start.amount.cents : undefined}
        />
      </div>
      <div hidden={isRateHidden}>
        <RateFields baseCurrency={baseCurrency} conversion={start.conversion} latest={choices.today} />
      </div>
      <BenefitsField benefits={start.benefits} partners={choices.partners} />
      <TextField name="label" label={form.label} hint={form.labelHint} maxLength={500} width="long" defaultValue={start.label} />
      <ReceiptField keepsReceipt={keepsReceipt} handed={handed} />
      <Checkbox name="isShared" label={form.isShared} hint={form.isSharedHint} defaultChecked={start.isShared} />
    </>
  )
}

function BenefitsField({ benefits, partners }: { benefits?: Benefits; partners: ExpenseChoices['partners'] }) {
  const { form } = useCatalogue(budgetTexts)
  const chosen = benefits?.kind === 'partner' ? benefits.organisationId : (benefits?.kind ?? 'delegation')
  return (
    <Select
      name="benefits"
      label={form.benefits}
      placeholder={false}
      defaultValue={chosen}
      options={[
        { value: 'delegation', label: form.delegation },
        { value: 'all_partners', label: form.allPartners },
        ...(partners.length > 0
          ? [{ label: form.onePartner, options: partners.map(({ organisationId, name }) => ({ value: organisationId, label: name })) }]
          : []),
      ]}
    />
  )
}

/** A browser never sends a file back to a page: with a script the page was not left and still holds it, without one it must be chosen again. */
function ReceiptField({ keepsReceipt, handed }: Pick<ExpenseFieldsProps, 'keepsReceipt' | 'handed'>) {
  const { form } = useCatalogue(budgetTexts)
  const wasRefused = Object.keys(useForm().values).length > 0
  const isHydrated = useHydrated()
  const hints = [form.receiptHint, keepsReceipt && form.receiptKept, wasRefused && !isHydrated && !handed && form.receiptAgain].filter(
    Boolean,
  )
  return (
    <>
      {handed && (
        <p>
          {form.handed}{' '}
          <a href={handed.link} target="_blank" rel="noreferrer">
            {handed.name}
          </a>
          <HiddenField name="handedId" value={handed.id} />
        </p>
      )}
      <FileField name="receipt" label={handed ? form.otherReceipt : form.receipt} hint={hints.join(' ')} accept="image/*,application/pdf" />
    </>
  )
}
