import type { RefusedForm } from '#platform/web.ts'
import { QUALIFIERS } from '#platform/pure/qualified.ts'
import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { LocalizedField } from '#ui/localized-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { directions, exchangeKinds } from '../domain/exchange.ts'
import { type Network, networkRoles } from '../domain/membership.ts'
import { problemTexts, relationTexts } from '../texts.ts'

type SheetFormProps = {
  requestKey: string
  /** What was refused, when it was this form. */ refusal?: Pick<RefusedForm, 'values' | 'problems'>
}
type Intent = 'fact' | 'exchange' | 'membership'

/** The form whose intent was refused, and no other, shows what was typed. */
export function refusalOf(intent: Intent, refusal: SheetFormProps['refusal']): SheetFormProps['refusal'] {
  return refusal?.values.intent === intent ? refusal : undefined
}

function useForms(refusal: SheetFormProps['refusal']) {
  const texts = useCatalogue(relationTexts)
  return { texts, locale: useLocale(), form: { values: refusal?.values, errors: problemTexts(texts, refusal?.problems) } }
}

const languages = ['fr', 'en'] as const

export function FactForm({ requestKey, refusal }: SheetFormProps) {
  const { texts, form } = useForms(refusal)
  const { facts: words } = texts
  return (
    <Dialog trigger={words.add} title={words.add} defaultOpen={refusal !== undefined}>
      <Form id="fact" requestKey={requestKey} {...form}>
        <HiddenField name="intent" value="fact" />
        <LocalizedField name="label" label={words.label} hint={words.labelHint} languages={languages} requiredLanguage="fr" />
        <Select
          name="qualifier"
          label={words.qualifier}
          placeholder={false}
          width="short"
          options={QUALIFIERS.map((value) => ({ value, label: texts.qualifiers[value] }))}
        />
        <TextField name="value" label={words.value} hint={words.valueHint} required maxLength={200} />
        <NumberField name="year" label={words.year} required maxLength={4} />
        <LocalizedField name="scope" label={words.scope} hint={words.scopeHint} languages={languages} />
        <TextField name="source" label={words.source} hint={words.sourceHint} required maxLength={300} width="long" />
        <Actions>
          <Button kind="main">{texts.save}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}

type ExchangeFormProps = SheetFormProps & {
  today: string
  /** Those of one's directory who are of this city. */
  people: ReadonlyArray<{ readonly id: string; readonly label: string }>
}

export function ExchangeForm({ requestKey, refusal, today, people }: ExchangeFormProps) {
  const { texts, form } = useForms(refusal)
  const { timeline: words } = texts
  return (
    <Dialog trigger={words.add} title={words.add} defaultOpen={refusal !== undefined}>
      <Form id="exchange" requestKey={requestKey} {...form}>
        <HiddenField name="intent" value="exchange" />
        <Select
          name="kind"
          label={words.kind}
          placeholder={false}
          options={exchangeKinds.map((value) => ({ value, label: texts.kinds[value] }))}
        />
        <Select
          name="direction"
          label={words.direction}
          hint={words.directionHint}
          placeholder={false}
          options={directions.map((value) => ({ value, label: texts.directions[value] }))}
        />
        <DateField name="onDay" label={words.onDay} required max={today} />
        <TextField name="subject" label={words.subject} required maxLength={300} width="long" />
        {people.length > 0 && (
          <Select
            name="personId"
            label={words.card}
            hint={words.cardHint}
            placeholder={words.noCard}
            width="long"
            options={people.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        <TextField name="withWhom" label={words.who} maxLength={300} width="long" />
        <Actions>
          <Button kind="main">{texts.save}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}

export function MembershipForm({ requestKey, refusal, networks }: SheetFormProps & { networks: readonly Network[] }) {
  const { texts, locale, form } = useForms(refusal)
  const { networks: words } = texts
  return (
    <Dialog trigger={words.add} title={words.add} defaultOpen={refusal !== undefined}>
      <Form id="membership" requestKey={requestKey} {...form}>
        <HiddenField name="intent" value="membership" />
        <Select
          name="networkCode"
          label={words.network}
          placeholder={words.choose}
          required
          width="long"
          options={networks.map(({ code, name }) => ({ value: code, label: pick(name, locale).text }))}
        />
        <Checkbox name="isOurs" label={words.isOurs} />
        <Select
          name="role"
          label={words.role}
          placeholder={false}
          options={networkRoles.map((value) => ({ value, label: texts.roles[value] }))}
        />
        <LocalizedField name="detail" label={words.detail} hint={words.detailHint} languages={languages} />
        <NumberField name="sinceYear" label={words.since} maxLength={4} />
        <NumberField name="untilYear" label={words.until} maxLength={4} />
        <TextField name="source" label={words.source} required maxLength={300} width="long" />
        <Actions>
          <Button kind="main">{texts.save}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
