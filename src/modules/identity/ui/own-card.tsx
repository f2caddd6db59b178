import type { Organisation } from '#modules/directory/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type CardScheme, cardSchemes } from '../domain/own-card.ts'
import { identityTexts } from '../texts.ts'
import type { Refusal } from './member-table.tsx'

function valuesOf({ identifiers }: Organisation, scheme: CardScheme): string {
  return identifiers
    .filter((identifier) => identifier.scheme === scheme)
    .map(({ value }) => value)
    .join(', ')
}

/** The card every partner reads. */
export function CardFacts({ organisation }: { organisation: Organisation }) {
  const { settings: words } = useCatalogue(identityTexts)
  const known = cardSchemes.filter((scheme) => valuesOf(organisation, scheme) !== '')
  return (
    <Section title={words.organisation}>
      <KeyFacts
        facts={[
          { key: 'name', label: words.name, value: organisation.name },
          { key: 'website', label: words.website, value: organisation.website },
          ...known.map((scheme) => ({ key: scheme, label: words.schemes[scheme], value: valuesOf(organisation, scheme) })),
        ]}
      />
    </Section>
  )
}

export function CardForm({ organisation, refusal }: { organisation: Organisation; refusal: Refusal }) {
  const { settings: words } = useCatalogue(identityTexts)
  const { name, names, website, version } = organisation
  return (
    <Section title={words.organisation}>
      <Form id="card" version={version} values={refusal?.values} errors={refusal?.errors}>
        <HiddenField name="intent" value="card" />
        <TextField name="name" label={words.name} defaultValue={name} width="long" autoComplete="organization" required />
        <TextField name="nameFr" label={words.nameFr} hint={words.otherNameHint} defaultValue={names.fr} width="long" lang="fr" />
        <TextField name="nameEn" label={words.nameEn} hint={words.otherNameHint} defaultValue={names.en} width="long" lang="en" />
        <TextField name="website" type="url" label={words.website} defaultValue={website ?? undefined} width="long" autoComplete="url" />
        <Fieldset legend={words.identifiers} hint={words.identifiersNote} inline>
          {cardSchemes.map((scheme) => (
            <TextField
              key={scheme}
              name={scheme}
              label={words.schemes[scheme]}
              defaultValue={valuesOf(organisation, scheme)}
              width="short"
              spellCheck={false}
            />
          ))}
        </Fieldset>
        <Actions>
          <Button kind="main">{words.saveCard}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
