import type { Organisation } from '#modules/directory/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Workspace } from '../domain/workspace.ts'
import { identityTexts } from '../texts.ts'
import { LanguageField } from './language-field.tsx'
import type { Refusal } from './member-table.tsx'

type Choices = { readonly timeZones: readonly string[]; readonly currencies: readonly string[] }

/** The card every partner sees. */
export function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const texts = useCatalogue(identityTexts)
  const { name, names, website, identifiers } = organisation
  return (
    <Section title={texts.settings.organisation}>
      <KeyFacts
        facts={[
          { key: 'name', label: texts.settings.name, value: name },
          { key: 'fr', label: texts.settings.nameFr, value: names.fr ?? name },
          { key: 'en', label: texts.settings.nameEn, value: names.en ?? name },
          { key: 'website', label: texts.settings.website, value: website },
          {
            key: 'identifiers',
            label: texts.settings.identifiers,
            value: identifiers.map(({ scheme, value }) => `${scheme} ${value}`).join(', '),
          },
        ]}
      />
    </Section>
  )
}

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
        <Form version={workspace.version} values={refusal?.values} errors={refusal?.errors}>
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
            <Button kind="main">{words.save}</Button>
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
