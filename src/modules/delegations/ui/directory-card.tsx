import { Link, href } from 'react-router'
import type { FoundPerson } from '#modules/directory/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { delegationTexts } from '../texts.ts'
import { CardSearch } from './card-search.tsx'

type DirectoryCardProps = {
  /** The card of this member, when someone said which it is. */
  card: { readonly id: string; readonly name: string } | null
  search: string
  /** Cards that answer the search. */
  people: readonly FoundPerson[]
  requestKey: string
}

/** Which card of one's directory a member is: the one linked, else those that resemble, else a new one. */
export function DirectoryCard({ card, search, people, requestKey }: DirectoryCardProps) {
  const { card: words } = useCatalogue(delegationTexts)
  if (card) {
    return (
      <Actions>
        <Link to={href('/annuaire/personnes/:personId', { personId: card.id })}>{card.name}</Link>
        <Form id="unlinkCard" requestKey={requestKey}>
          <HiddenField name="intent" value="unlinkCard" />
          <Button kind="quiet">{words.unlink}</Button>
        </Form>
      </Actions>
    )
  }
  return (
    <>
      <CardSearch
        search={search}
        people={people}
        renderChoice={({ id, givenName, familyName }) => (
          <Form id={`link-${id}`} requestKey={requestKey}>
            <HiddenField name="intent" value="linkCard" />
            <HiddenField name="personId" value={id} />
            <Button kind="quiet">
              {words.link} <VisuallyHidden>{`${givenName} ${familyName}`}</VisuallyHidden>
            </Button>
          </Form>
        )}
      />
      <Form id="openCard" requestKey={requestKey}>
        <HiddenField name="intent" value="openCard" />
        <Actions>
          <Button>{words.open}</Button>
        </Actions>
      </Form>
    </>
  )
}
