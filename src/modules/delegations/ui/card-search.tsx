import type { ReactNode } from 'react'
import { pick } from '#platform/pure/localized.ts'
import type { FoundPerson } from '#modules/directory/index.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { TextField } from '#ui/text-field.tsx'
import { delegationTexts } from '../texts.ts'

/** The field of the address in which someone looks for a card. */
export const searchedCard = 'fiche'

type CardSearchProps = {
  search: string
  people: readonly FoundPerson[]
  /** What one does with a card that was found. */
  renderChoice: (person: FoundPerson) => ReactNode
}

/** Looks for someone in one's directory, then chooses: two requests, so that it needs nothing but a browser. */
export function CardSearch({ search, people, renderChoice }: CardSearchProps) {
  const { card: words } = useCatalogue(delegationTexts)
  const locale = useLocale()
  const today = ({ capacities }: FoundPerson) =>
    capacities.map(({ capacity, organisation }) => `${pick(capacity, locale).text}, ${organisation}`).join(' ; ')
  return (
    <>
      <Form method="get" layout="row" id="card-search">
        <TextField name={searchedCard} type="search" label={words.search} defaultValue={search} maxLength={200} />
        <Button>{words.find}</Button>
      </Form>
      {search !== '' && (
        <DataTable
          caption={words.found(search)}
          captionHidden
          rows={people}
          rowKey={(person) => person.id}
          empty={<p>{words.nobody(search)}</p>}
          columns={[
            { key: 'name', header: words.name, render: ({ givenName, familyName }) => `${givenName} ${familyName}` },
            { key: 'today', header: words.today, render: today },
            { key: 'choose', header: words.choose, headerHidden: true, render: renderChoice },
          ]}
        />
      )}
    </>
  )
}
