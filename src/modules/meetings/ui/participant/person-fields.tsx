import { useCatalogue } from '#ui/catalogue.ts'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type RepresentativeDraft, consentKinds } from '../../domain/participant.ts'
import { eventTexts } from '../../texts/event-texts.ts'

type PersonFieldsProps = {
  person?: RepresentativeDraft
  /** Who brings the participant writes how to reach its people, and what they agreed to show. */
  mayWriteContacts: boolean
}

/** Somebody who comes: for the first time, or as they are known. */
export function PersonFields({ person, mayWriteContacts }: PersonFieldsProps) {
  const texts = useCatalogue(eventTexts)
  const { participant: words } = texts
  return (
    <>
      <TextField name="givenName" label={words.givenName} maxLength={100} defaultValue={person?.givenName} />
      <TextField name="familyName" label={words.familyName} required maxLength={100} defaultValue={person?.familyName} />
      <TextField name="job" label={words.job} maxLength={150} defaultValue={person?.job} />
      {mayWriteContacts && (
        <>
          <TextField name="email" label={words.email} type="email" maxLength={200} defaultValue={person?.email ?? ''} />
          <TextField name="phone" label={words.phone} type="tel" maxLength={40} defaultValue={person?.phone ?? ''} />
          <CheckboxGroup
            name="consents"
            label={words.consents}
            choices={consentKinds.map((value) => ({ value, label: texts.consents[value] }))}
            defaultValues={person?.consents ?? []}
          />
        </>
      )}
    </>
  )
}
