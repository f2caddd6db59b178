import { Link, href } from 'react-router'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Section } from '#ui/section.tsx'
import type { ShownContact } from '../../domain/outcome.ts'
import { outcomeProblems, outcomeTexts } from '../../texts/outcome-texts.ts'
import type { Refusal } from '../refusal.ts'

/** Whom one met, with what they agreed to show, and whether one keeps them. */
export function ExchangedContacts({
  contacts,
  requestKey,
  refusal,
}: {
  contacts: readonly ShownContact[]
  requestKey: string
  refusal: Refusal
}) {
  const texts = useCatalogue(outcomeTexts)
  const { contacts: words } = texts
  const nameOf = ({ givenName, familyName }: ShownContact) => `${givenName} ${familyName}`.trim()
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      {contacts.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          caption={words.caption}
          captionHidden
          rows={contacts}
          rowKey={({ representativeId }) => representativeId}
          columns={[
            { key: 'name', header: words.name, render: nameOf },
            { key: 'job', header: words.job, render: ({ job }) => job },
            { key: 'email', header: words.email, render: ({ email }) => email ?? '' },
            { key: 'phone', header: words.phone, render: ({ phone }) => phone ?? '' },
            {
              key: 'card',
              header: words.card,
              render: (contact) =>
                contact.personId ? (
                  <Link
                    to={href('/annuaire/personnes/:personId', { personId: contact.personId })}
                    aria-label={words.keptOf(nameOf(contact))}
                  >
                    {words.kept}
                  </Link>
                ) : (
                  words.notKept
                ),
            },
          ]}
        />
      )}
      {contacts.some(({ personId }) => personId === null) && (
        <Form
          id="contacts"
          requestKey={requestKey}
          errors={refusal?.values.intent === 'keep' ? outcomeProblems(texts, refusal.problems) : {}}
        >
          <HiddenField name="intent" value="keep" />
          <p>{words.keepNote}</p>
          <Actions>
            <Button>{words.keep}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}
