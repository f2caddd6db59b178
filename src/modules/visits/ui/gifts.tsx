import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { pick } from '#platform/pure/localized.ts'
import { formatMoney } from '#platform/pure/money.ts'
import { QUALIFIERS } from '#platform/pure/qualified.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { MoneyField } from '#ui/money-field.tsx'
import { type Option, Select } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Gift, dispositions, giftDirections, isOverThreshold } from '../domain/gift.ts'
import { receptionTexts } from '../texts/reception-texts.ts'
import type { PartForm } from './part-form.ts'

/** The register: what it is worth, who had it from whom, and what became of it. */
export function GiftTable({
  gifts,
  maySettle,
  today,
  ...form
}: PartForm & { gifts: readonly Gift[]; maySettle: boolean; today: LocalDate }) {
  const texts = useCatalogue(receptionTexts)
  const words = texts.gifts
  const locale = useLocale()
  const euros = (cents: bigint) => formatMoney({ cents, currency: 'EUR' }, locale)
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={gifts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'description',
          header: words.description,
          isLong: true,
          render: ({ description, missionTitle }) =>
            [description, missionTitle && pick(missionTitle, locale).text].filter(Boolean).join(' – '),
        },
        { key: 'day', header: words.day, render: ({ onDay }) => <DateText date={onDay} format="short" /> },
        { key: 'giver', header: words.giver, render: ({ giver }) => giver },
        { key: 'recipient', header: words.recipient, render: ({ recipient }) => recipient },
        {
          key: 'value',
          header: words.value,
          align: 'figure',
          render: ({ valueCents, qualifier }) => `${qualifier === 'exact' ? '' : `${words.qualifiers[qualifier]} `}${euros(valueCents)}`,
        },
        {
          key: 'becomes',
          header: words.becomes,
          isLong: true,
          render: (gift) => (
            <>
              <Tag tone={gift.disposition === 'to_settle' ? 'warning' : undefined}>
                {gift.direction === 'given' ? texts.directions.given : texts.dispositions[gift.disposition]}
              </Tag>{' '}
              {[gift.declaredOn && words.declared(formatDate(gift.declaredOn, locale, 'short')), gift.keptWhere].filter(Boolean).join(', ')}
              {isOverThreshold(gift) && gift.disposition === 'to_settle' && <p>{words.mustDeclare(euros(gift.thresholdCents ?? 0n))}</p>}
              {maySettle && gift.direction === 'received' && <SettleForm gift={gift} today={today} {...form} />}
            </>
          ),
        },
      ]}
    />
  )
}

function SettleForm({ gift, today, requestKey, values, errors }: PartForm & { gift: Gift; today: LocalDate }) {
  const texts = useCatalogue(receptionTexts)
  const words = texts.gifts
  const isRefused = values?.giftId === gift.id
  return (
    <details open={isRefused}>
      <summary aria-label={words.settleOf(gift.description)}>{words.settle}</summary>
      <Form id={`gift-${gift.id}`} requestKey={requestKey} values={isRefused ? values : undefined} errors={isRefused ? errors : undefined}>
        <HiddenField name="intent" value="settle" />
        <HiddenField name="giftId" value={gift.id} />
        <Select
          name="disposition"
          label={words.disposition}
          required
          placeholder={false}
          defaultValue={gift.disposition}
          options={dispositions.map((value) => ({ value, label: texts.dispositions[value] }))}
        />
        <DateField name="declaredOn" label={words.declaredOn} defaultValue={gift.declaredOn ?? undefined} max={today} />
        <TextField name="keptWhere" label={words.keptWhere} maxLength={200} defaultValue={gift.keptWhere} />
        <Actions>
          <Button>{words.settle}</Button>
        </Actions>
      </Form>
    </details>
  )
}

export function GiftForm({ missions, today, requestKey, values, errors }: PartForm & { missions: readonly Option[]; today: LocalDate }) {
  const texts = useCatalogue(receptionTexts)
  const words = texts.gifts
  return (
    <Form id="gift" requestKey={requestKey} values={values} errors={errors}>
      <HiddenField name="intent" value="gift" />
      <Select
        name="direction"
        label={words.direction}
        placeholder={false}
        options={giftDirections.map((value) => ({ value, label: texts.directions[value] }))}
      />
      <TextArea name="description" label={words.description} required rows={2} maxLength={500} />
      <DateField name="onDay" label={words.day} required defaultValue={today} />
      <TextField name="giver" label={words.giver} required width="long" maxLength={200} />
      <TextField name="recipient" label={words.recipient} required width="long" maxLength={200} />
      <MoneyField name="value" label={words.value} required currency="EUR" />
      <Select
        name="qualifier"
        label={words.qualifier}
        placeholder={false}
        options={QUALIFIERS.map((value) => ({ value, label: words.qualifiers[value] }))}
      />
      <Select name="missionId" label={words.mission} placeholder={words.noMission} options={missions} width="long" />
      <Actions>
        <Button kind="main">{words.save}</Button>
      </Actions>
    </Form>
  )
}

export function GiftRuleForm({ isOpen, ...form }: PartForm) {
  const { gifts: words } = useCatalogue(receptionTexts)
  return (
    <details open={isOpen}>
      <summary>{words.addRule}</summary>
      <Form id="rule" {...form}>
        <HiddenField name="intent" value="rule" />
        <MoneyField name="threshold" label={words.threshold} required currency="EUR" />
        <DateField name="validFrom" label={words.validFrom} />
        <DateField name="validTo" label={words.validTo} />
        <TextField name="source" label={words.source} required width="long" maxLength={500} />
        <Actions>
          <Button>{words.addRule}</Button>
        </Actions>
      </Form>
    </details>
  )
}
