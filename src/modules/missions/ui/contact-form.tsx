import { Link } from 'react-router'
import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { FoundPerson } from '#modules/directory/index.ts'
import { type SharedFact, sharedFacts } from '../domain/contact.ts'
import { contactTexts } from '../texts/contact-texts.ts'

type NamedCard = Pick<FoundPerson, 'id' | 'capacities'> & { readonly name: string }

/** Looks for a card of one's own directory. */
export function CardSearch({ search, cards }: { search: string; cards: readonly NamedCard[] }) {
  const words = useCatalogue(contactTexts)
  const locale = useLocale()
  return (
    <>
      <Form method="get" layout="row" id="card-search" action="#partager">
        <TextField name="fiche" type="search" label={words.search} defaultValue={search} maxLength={200} />
        <Button>{words.find}</Button>
      </Form>
      {search !== '' && cards.length === 0 && <output>{words.nobody(search)}</output>}
      {cards.length > 0 && (
        <DataTable
          caption={words.foundCaption}
          rows={cards}
          rowKey={({ id }) => id}
          columns={[
            { key: 'person', header: words.person, isRowHeader: true, render: ({ name }) => name },
            {
              key: 'capacity',
              header: words.capacity,
              isLong: true,
              render: ({ capacities: [held] }) => held && words.capacityAt(pick(held.capacity, locale).text, held.organisation),
            },
            {
              key: 'choose',
              header: words.choose,
              headerHidden: true,
              render: (card) => (
                <Link to={`?personne=${card.id}#partager`} aria-label={words.chooseOf(card.name)}>
                  {words.choose}
                </Link>
              ),
            },
          ]}
        />
      )}
    </>
  )
}

type ContactFormProps = {
  chosen: { readonly id: string; readonly name: string; readonly has: Readonly<Record<SharedFact, boolean>> }
  readers: readonly { readonly value: string; readonly label: string }[]
  requestKey: string
  values: Readonly<Record<string, string | readonly string[]>> | undefined
  errors: Readonly<Record<string, string>> | undefined
}

/** What of the chosen card is shared, and with whom: nothing is ticked beforehand but the position. */
export function ContactForm({ chosen, readers, requestKey, values, errors }: ContactFormProps) {
  const words = useCatalogue(contactTexts)
  return (
    <Form id="share" requestKey={requestKey} values={values} errors={errors}>
      <h3>{words.chosen(chosen.name)}</h3>
      <HiddenField name="personId" value={chosen.id} />
      <CheckboxGroup
        name="facts"
        label={words.facts}
        defaultValues={chosen.has.capacity ? ['capacity'] : []}
        choices={sharedFacts.map((fact) => ({
          value: fact,
          label: words.factLabels[fact],
          disabled: !chosen.has[fact],
          note: chosen.has[fact] ? undefined : words.missing,
        }))}
      />
      <Checkbox name="toEveryone" label={words.toEveryone} hint={words.toEveryoneHint} />
      <CheckboxGroup name="readerIds" label={words.some} choices={readers} />
      <TextField name="purpose" label={words.purpose} hint={words.purposeHint} maxLength={300} width="long" />
      <Actions>
        <Button kind="main">{words.send}</Button>
      </Actions>
    </Form>
  )
}
