import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { type KeptUntil, type ToldNeeds, longestNeed, needFields } from '../domain/needs.ts'
import type { RetentionSubject } from '../domain/retention.ts'
import { registrationTexts } from '../texts.ts'

/** When a kind of need is erased, in words. */
function Kept({ until, subject }: { until: KeptUntil; subject: RetentionSubject }) {
  const { needs } = useCatalogue(registrationTexts)
  const day = subject === 'health' ? until.healthUntil : until.travelUntil
  if (day === null) return needs.keptWhile
  return (
    <>
      {needs.keptUntil} <DateText date={day} />
    </>
  )
}

/** What someone with a place needs on the way: all of it optional, and each answer says when it is erased. */
export function NeedsForm({
  needs,
  values,
  errors,
}: {
  needs: ToldNeeds
  values?: FieldValues | undefined
  errors?: FieldErrors | undefined
}) {
  const { needs: words } = useCatalogue(registrationTexts)
  return (
    <Form id="needs" values={values} errors={errors} key={needs.writtenAt}>
      <HiddenField name="intent" value="needs" />
      {needFields.map(({ name, subject }) => (
        <TextArea
          key={name}
          name={name}
          label={words.fields[name]}
          hint={
            <>
              {words.hints[name]} <Kept until={needs} subject={subject} />
            </>
          }
          rows={2}
          maxLength={longestNeed}
          defaultValue={needs[name]}
        />
      ))}
      <Actions>
        <Button kind="main">{words.save}</Button>
      </Actions>
    </Form>
  )
}

/** The same as read by those who prepare the journey. */
export function NeedsFacts({ needs }: { needs: ToldNeeds }) {
  const { needs: words } = useCatalogue(registrationTexts)
  return (
    <KeyFacts
      facts={needFields.map(({ name, subject }) => ({
        key: name,
        label: words.fields[name],
        value: needs[name],
        note: <Kept until={needs} subject={subject} />,
      }))}
    />
  )
}
