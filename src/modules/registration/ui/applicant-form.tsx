import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Category, type Words, categories } from '../domain/application.ts'
import { fieldName, longest, questionsOf } from '../domain/form.ts'
import { registrationTexts } from '../texts.ts'
import styles from './applicant-form.module.css'

/**
 * What an applicant writes. Without a script: the questions of a category appear as it is chosen (`:has`), a draft is kept, nothing typed is lost.
 */
export function ApplicantForm({
  words,
  isOfSomeoneElse,
  requestKey,
  organisationName,
  values,
  errors,
}: {
  words: Partial<Words>
  /** A relay writes for others: browsers must not fill in the relay's own name and address. */
  isOfSomeoneElse: boolean
  requestKey?: string
  organisationName: string
  values?: FieldValues | undefined
  errors?: FieldErrors | undefined
}) {
  const texts = useCatalogue(registrationTexts)
  const { form } = texts
  const fill = (token: string) => (isOfSomeoneElse ? 'off' : token)
  return (
    <div className={styles.form}>
      <Form id="application" requestKey={requestKey} values={values} errors={errors}>
        <Fieldset legend={form.you} hint={form.youNote}>
          <TextField name="givenName" label={form.givenName} required autoComplete={fill('given-name')} defaultValue={words.givenName} />
          <TextField
            name="familyName"
            label={form.familyName}
            required
            autoComplete={fill('family-name')}
            defaultValue={words.familyName}
          />
          <TextField
            name="capacity"
            label={form.capacity}
            hint={form.capacityHint}
            required
            width="long"
            maxLength={longest.capacity}
            autoComplete={fill('organization-title')}
            defaultValue={words.capacity}
          />
          <TextField
            name="email"
            type="email"
            label={form.email}
            hint={form.emailHint}
            required
            width="long"
            spellCheck={false}
            autoComplete={fill('email')}
            defaultValue={words.email}
          />
          <TextField name="phone" type="tel" label={form.phone} autoComplete={fill('tel')} defaultValue={words.phone} />
          <RadioGroup
            name="language"
            label={form.language}
            inline
            defaultValue={words.language}
            choices={(['fr', 'en'] as const).map((value) => ({ value, label: form.languages[value] }))}
          />
        </Fieldset>
        <RadioGroup
          name="category"
          label={form.category}
          required
          defaultValue={words.category ?? undefined}
          choices={categories.map((value) => ({ value, label: texts.categories[value] }))}
        />
        <TextField
          name="represents"
          label={form.represents}
          hint={form.representsHint}
          width="long"
          maxLength={longest.represents}
          autoComplete={fill('organization')}
          defaultValue={words.represents}
        />
        {categories.map((category) => (
          <CategorySection key={category} category={category} answers={words.category === category ? (words.answers ?? {}) : {}} />
        ))}
        <TextArea
          name="motivation"
          label={texts.questions.motivation}
          rows={4}
          maxLength={longest.long}
          defaultValue={words.answers?.motivation}
        />
        <details>
          <summary>{form.privacyTitle}</summary>
          <p>{form.privacy(organisationName)}</p>
        </details>
        <Actions>
          <Button kind="main" name="intent" value="send">
            {form.send}
          </Button>
          <Button name="intent" value="save">
            {form.save}
          </Button>
        </Actions>
      </Form>
    </div>
  )
}

function CategorySection({ category, answers }: { category: Category; answers: Words['answers'] }) {
  const texts = useCatalogue(registrationTexts)
  const asked = questionsOf(category)
  if (asked.length === 0) return null
  return (
    <div className={`${styles.section} ${styles[category]}`}>
      <Fieldset legend={texts.form.section(texts.categories[category])}>
        {asked.map(({ name, isLong, isRequired }) =>
          isLong ? (
            <TextArea
              key={name}
              name={fieldName(category, name)}
              label={texts.questions[name]}
              rows={3}
              maxLength={longest.long}
              defaultValue={answers[name]}
            />
          ) : (
            <TextField
              key={name}
              name={fieldName(category, name)}
              label={texts.questions[name]}
              required={isRequired}
              width="long"
              maxLength={longest.line}
              defaultValue={answers[name]}
            />
          ),
        )}
      </Fieldset>
    </div>
  )
}
