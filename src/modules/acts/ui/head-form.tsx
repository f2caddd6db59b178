import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { LocalizedField } from '#ui/localized-field.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Act } from '../domain/act.ts'
import { mostRapporteurs } from '../domain/act-header.ts'
import { actTexts } from '../texts.ts'
import styles from './head-form.module.css'
import { HolderFields } from './holder-fields.tsx'

const languages = ['fr', 'en'] as const

type HeadFormProps = { act: Act; requestKey: string; refusal: { values: FieldValues; errors: FieldErrors } | undefined }

/** The head of an act: what is said once, and repeated by the next acts. */
export function HeadForm({ act, requestKey, refusal }: HeadFormProps) {
  return (
    <Form id="head" requestKey={requestKey} version={act.version} {...refusal}>
      <div className={styles.parts}>
        <DocumentFields act={act} />
        <MeetingFields act={act} />
        <AuthorityFields act={act} />
      </div>
    </Form>
  )
}

function DocumentFields({ act }: { act: Act }) {
  const words = useCatalogue(actTexts).head
  return (
    <Section title={words.document}>
      <TextField
        name="reference"
        label={words.reference}
        hint={words.referenceHint}
        width="short"
        maxLength={50}
        defaultValue={act.reference}
      />
      <LocalizedField name="object" label={words.object} languages={languages} defaultValue={act.object} multiline />
      <TextField
        name="fiscalYear"
        label={words.fiscalYear}
        hint={words.fiscalYearHint}
        width="short"
        inputMode="numeric"
        maxLength={4}
        defaultValue={String(act.fiscalYear ?? '')}
      />
      <Select
        name="language"
        label={words.language}
        placeholder={false}
        width="short"
        defaultValue={act.language}
        options={languages.map((value) => ({ value, label: words.languages[value] }))}
      />
    </Section>
  )
}

function MeetingFields({ act: { header, meetingOn, convenedOn } }: { act: Act }) {
  const words = useCatalogue(actTexts).head
  const offered = Math.min(mostRapporteurs, header.rapporteurs.length + 1)
  return (
    <Section title={words.meeting}>
      <DateField name="meetingOn" label={words.meetingOn} defaultValue={meetingOn ?? undefined} />
      <DateField name="convenedOn" label={words.convenedOn} defaultValue={convenedOn ?? undefined} />
      <LocalizedField name="body" label={words.body} languages={languages} defaultValue={header.body} />
      <GenderChoice name="bodyGender" label={words.bodyGender} words={words.bodyGenders} defaultValue={header.bodyGender} />
      <HolderFields prefix="chair" legend={words.chair} holder={header.chair} />
      {Array.from({ length: offered }, (_, index) => (
        <HolderFields
          key={`rapporteurs.${index}`}
          prefix={`rapporteurs.${index}`}
          legend={words.rapporteur(index + 1)}
          hint={index > 0 && index === offered - 1 ? words.rapporteursHint : undefined}
          holder={header.rapporteurs[index] ?? null}
        />
      ))}
    </Section>
  )
}

function AuthorityFields({ act: { header } }: { act: Act }) {
  const words = useCatalogue(actTexts).head
  const inLanguage = (language: 'fr' | 'en') => header.directorates.map((line) => line[language] ?? '').join('\n')
  const signsAsChair = JSON.stringify(header.signatory) === JSON.stringify(header.chair)
  return (
    <Section title={words.authority} note={words.note}>
      <LocalizedField name="authorityName" label={words.authorityName} languages={languages} defaultValue={header.authorityName} />
      <GenderChoice
        name="authorityGender"
        label={words.authorityGender}
        words={words.authorityGenders}
        defaultValue={header.authorityGender}
      />
      <TextArea name="directoratesFr" label={words.directorates} rows={3} lang="fr" defaultValue={inLanguage('fr')} />
      <TextArea name="directoratesEn" label={words.directoratesEn} rows={3} lang="en" defaultValue={inLanguage('en')} />
      <LocalizedField
        name="proposer"
        label={words.proposer}
        hint={words.proposerHint}
        languages={languages}
        defaultValue={header.proposer ?? {}}
      />
      <TextField name="place" label={words.place} maxLength={100} defaultValue={header.place ?? undefined} />
      <Checkbox name="signatoryIsChair" label={words.signatoryIsChair} defaultChecked={signsAsChair} />
      <HolderFields prefix="signatory" legend={words.signatory} holder={signsAsChair ? null : header.signatory} />
      <Actions>
        <Button kind="main" type="submit">
          {words.save}
        </Button>
      </Actions>
    </Section>
  )
}

type GenderWords = { readonly feminine: string; readonly masculine: string }

/** French says « la » Commission and « le » Conseil: only people know. */
function GenderChoice({ words, ...field }: { name: string; label: string; words: GenderWords; defaultValue: keyof GenderWords }) {
  return <RadioGroup {...field} inline choices={(['feminine', 'masculine'] as const).map((value) => ({ value, label: words[value] }))} />
}
