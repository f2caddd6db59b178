import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type CompanyProfile, shownFields, stages } from '../domain/company-profile.ts'
import { codesOf } from '../domain/nomenclatures.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { profileTexts } from '../texts/profile-texts.ts'
import { type Trade, TradeFields } from './participant/trade-fields.tsx'
import { type Refusal, refusalOf } from './refusal.ts'

type CompanyFormProps = {
  profile: CompanyProfile
  /** Asked of a company that writes its own profile; whoever brings it has them in another form. */
  trade?: Trade
  refusal: Refusal
  requestKey?: string
}

/** What a company says of itself, and what of it others may read. */
export function CompanyForm({ profile, trade, refusal, requestKey }: CompanyFormProps) {
  const texts = useCatalogue(eventTexts)
  const words = useCatalogue(profileTexts)
  return (
    <Form id="company" requestKey={requestKey} version={profile.version} {...refusalOf(refusal, 'company', texts)}>
      <HiddenField name="intent" value="company" />
      {trade && <TradeFields trade={trade} />}
      <TextField name="nace" label={words.nace} hint={words.naceHint} defaultValue={codesOf(profile.sectorCodes, 'nace').join(', ')} />
      <TextField name="cpv" label={words.cpv} hint={words.cpvHint} defaultValue={codesOf(profile.sectorCodes, 'cpv').join(', ')} />
      <Select
        name="stage"
        label={words.stage}
        placeholder={false}
        defaultValue={profile.stage ?? ''}
        options={[{ value: '', label: words.noStage }, ...stages.map((value) => ({ value, label: words.stages[value] }))]}
      />
      <TextField name="markets" label={words.markets} hint={words.marketsHint} defaultValue={profile.markets.join(', ')} />
      <TextArea name="knownBy" label={words.knownBy} hint={words.knownByHint} rows={3} maxLength={1000} defaultValue={profile.knownBy} />
      <CheckboxGroup
        name="shown"
        label={words.shown}
        choices={shownFields.map((value) => ({ value, label: words.fields[value] }))}
        defaultValues={profile.shown}
      />
      <Actions>
        <Button>{words.save}</Button>
      </Actions>
    </Form>
  )
}
