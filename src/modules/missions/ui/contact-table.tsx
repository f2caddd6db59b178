import { formatPhone } from '#platform/pure/phone.ts'
import { pick } from '#platform/pure/localized.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { RoomContact } from '../domain/contact.ts'
import { contactTexts } from '../texts/contact-texts.ts'

/** A contact of the room with its whole name. */
export type NamedContact = RoomContact & { readonly name: string }

/** Whom the room may call or write to: of each, what was shared; of one's own, with whom. */
export function ContactTable({ contacts, mayShare }: { contacts: readonly NamedContact[]; mayShare: boolean }) {
  const words = useCatalogue(contactTexts)
  const locale = useLocale()
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={contacts}
      rowKey={({ id }) => id}
      empty={<EmptyState title={words.none}>{mayShare && words.noneBody}</EmptyState>}
      columns={[
        { key: 'person', header: words.person, isRowHeader: true, render: ({ name }) => name },
        {
          key: 'capacity',
          header: words.capacity,
          isLong: true,
          render: ({ capacity, affiliatedName }) => capacity && words.capacityAt(pick(capacity, locale).text, affiliatedName ?? ''),
        },
        {
          key: 'reach',
          header: words.reach,
          isLong: true,
          render: ({ email, phone }) => (
            <>
              {phone && (
                <div>
                  <a href={`tel:${phone}`}>{formatPhone(phone)}</a>
                </div>
              )}
              {email && (
                <div>
                  <a href={`mailto:${email}`}>{email}</a>
                </div>
              )}
            </>
          ),
        },
        { key: 'purpose', header: words.purpose, isLong: true, render: ({ purpose }) => purpose },
        { key: 'by', header: words.sharedBy, render: ({ organisationName }) => organisationName },
        {
          key: 'readers',
          header: words.readers,
          isLong: true,
          render: ({ isOwn, toEveryone, readerNames }) => isOwn && (toEveryone ? words.readByEveryone : readerNames?.join(', ')),
        },
        ...(mayShare
          ? [
              {
                key: 'withdraw',
                header: words.withdraw,
                headerHidden: true,
                render: (contact: NamedContact) =>
                  contact.isOwn && (
                    <Form layout="row" id={`withdraw-${contact.id}`}>
                      <HiddenField name="intent" value="withdraw" />
                      <HiddenField name="contactId" value={contact.id} />
                      <Button kind="quiet" aria-label={words.withdrawOf(contact.name)}>
                        {words.withdraw}
                      </Button>
                    </Form>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}
