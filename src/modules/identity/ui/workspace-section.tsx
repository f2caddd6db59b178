import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Workspace } from '../domain/workspace.ts'
import { identityTexts } from '../texts.ts'
import { LanguageField } from './language-field.tsx'
import type { Refusal } from './member-table.tsx'

type Choices = { readonly timeZones: readonly string[]; readonly currencies: readonly string[] }

/** Currency, zone and language; facts only for those who may not change them. */
export function WorkspaceSection({
  workspace,
  maySet,
  choices,
  refusal,
}: {
  workspace: Workspace
  maySet: boolean
  choices: Choices
  refusal: Refusal
}) {
  const texts = useCatalogue(identityTexts)
  const words = texts.settings
  return (
    <Section title={words.workspace} note={words.workspaceNote}>
      {maySet ? (
        <Form version={workspace.version} values={refusal?.values} errors={refusal?.errors} id="workspace">
          <HiddenField name="intent" value="workspace" />
          <TextField
            name="currency"
            label={words.currency}
            defaultValue={workspace.currency}
            suggestions={choices.currencies}
            maxLength={3}
            width="short"
            required
          />
          <TextField name="timeZone" label={words.timeZone} defaultValue={workspace.timeZone} suggestions={choices.timeZones} required />
          <LanguageField label={words.locale} locale={workspace.locale} />
          <Actions>
            <Button>{words.save}</Button>
          </Actions>
        </Form>
      ) : (
        <KeyFacts
          facts={[
            { key: 'currency', label: words.currency, value: workspace.currency },
            { key: 'timeZone', label: words.timeZone, value: workspace.timeZone },
          ]}
        />
      )}
    </Section>
  )
}
