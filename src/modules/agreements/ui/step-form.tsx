import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Agreement } from '../domain/agreement.ts'
import type { StepKind } from '../domain/life.ts'
import { agreementTexts } from '../texts.ts'

type StepFormProps = {
  kind: StepKind
  agreement: Agreement
  requestKey: string
  /** The step the page proposes; the others are possible too. */
  isMain: boolean
  values?: FieldValues | undefined
  errors?: FieldErrors | undefined
}

/** One step of a life, with its day and what proves it; a signature names who signs for each party. */
export function StepForm({ kind, agreement, requestKey, isMain, values, errors }: StepFormProps) {
  const texts = useCatalogue(agreementTexts)
  const words = texts.steps[kind]
  return (
    <Form id={`step-${kind}`} requestKey={requestKey} values={values} errors={errors}>
      <HiddenField name="kind" value={kind} />
      <DateField name="on" label={words.on} required />
      {words.proof !== '' && <TextField name="proof" label={words.proof} required width="long" maxLength={300} />}
      {kind === 'sign' &&
        agreement.parties.map(({ id, name }) => {
          const known = agreement.signatories.find((signatory) => signatory.partyId === id)
          return (
            <Fieldset key={id} legend={texts.life.signatory(name)} look="label" inline>
              <TextField name={`signatories.${id}.name`} label={texts.life.name} defaultValue={known?.name} />
              <TextField
                name={`signatories.${id}.capacityFr`}
                label={texts.life.capacityFr}
                width="long"
                lang="fr"
                defaultValue={known?.capacity.fr}
              />
              <TextField
                name={`signatories.${id}.capacityEn`}
                label={texts.life.capacityEn}
                width="long"
                lang="en"
                defaultValue={known?.capacity.en}
              />
            </Fieldset>
          )
        })}
      <Actions>
        <Button kind={isMain ? 'main' : 'plain'}>{words.submit}</Button>
      </Actions>
    </Form>
  )
}
