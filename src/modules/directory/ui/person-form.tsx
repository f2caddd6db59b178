import { type ReactNode } from 'react'
import { Link, href } from 'react-router'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Choice } from '../domain/names-of-the-world.ts'
import { type Person, type PersonId, honorifics } from '../domain/person.ts'
import { directoryTexts, problemTexts } from '../texts.ts'
import { GroundFields } from './ground-fields.tsx'

type PersonFormProps = {
  /** The card being changed; absent for a new one. */
  person?: Person
  /** What a link to this form already knows: the name that was looked for. */
  name?: string
  refusal?: Pick<RefusedForm, 'values' | 'problems'>
  /** The namesake that made the directory ask whether this is somebody else. */
  known?: PersonId
  version?: number
  requestKey: string
  languages: readonly Choice[]
  /** More questions of a new card. */
  children?: ReactNode
}

export function PersonForm({ person, name, refusal, known, version, requestKey, languages, children }: PersonFormProps) {
  const texts = useCatalogue(directoryTexts)
  const { person: words } = texts
  return (
    <Form requestKey={requestKey} version={version} values={refusal?.values} errors={problemTexts(texts, refusal?.problems)}>
      {known && (
        <Notice tone="warning">
          <p>
            <Link to={href('/annuaire/personnes/:personId', { personId: known })}>{words.openKnown}</Link>
          </p>
          <Checkbox name="isAnother" label={words.isAnother} />
        </Notice>
      )}
      <RadioGroup
        name="honorific"
        label={words.honorific}
        inline
        defaultValue={person?.honorific ?? ''}
        choices={[...honorifics.map((value) => ({ value, label: texts.honorifics[value] })), { value: '', label: words.noHonorific }]}
      />
      <TextField name="givenName" label={words.givenName} maxLength={100} autoComplete="off" defaultValue={person?.givenName} />
      <TextField
        name="familyName"
        label={words.familyName}
        required
        maxLength={100}
        autoComplete="off"
        defaultValue={person?.familyName ?? name}
      />
      {children}
      <TextField
        name="email"
        label={words.email}
        type="email"
        inputMode="email"
        maxLength={200}
        width="long"
        autoComplete="off"
        defaultValue={person?.email ?? undefined}
      />
      <TextField
        name="phone"
        label={words.phone}
        hint={words.phoneHint}
        type="tel"
        inputMode="tel"
        maxLength={40}
        autoComplete="off"
        defaultValue={person?.phone ?? undefined}
      />
      <Select
        name="preferredLanguage"
        label={words.language}
        placeholder={words.noLanguage}
        defaultValue={person?.preferredLanguage ?? ''}
        options={languages}
      />
      <TextField
        name="originalScript"
        label={words.originalScript}
        hint={words.originalScriptHint}
        maxLength={100}
        defaultValue={person?.originalScript ?? undefined}
      />
      <GroundFields person={person} />
      <Actions>
        <Button kind="main">{person ? words.save : words.create}</Button>
      </Actions>
    </Form>
  )
}
