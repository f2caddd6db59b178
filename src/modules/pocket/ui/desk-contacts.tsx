import { formatPhone } from '#platform/pure/phone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { pocketTexts } from '../texts.ts'
import type { Desk } from '../usecases/read-desk.ts'
import type { Refusal } from './refusal.ts'

type DeskContactsProps = Pick<Desk, 'contacts' | 'mayRun' | 'ownOrganisationId'> & { requestKey: string; refusal: Refusal }

/** Whom members may call: those one published, and those that partners share with all. */
export function DeskContacts({ contacts, mayRun, ownOrganisationId, requestKey, refusal }: DeskContactsProps) {
  const { desk } = useCatalogue(pocketTexts)
  return (
    <>
      <DataTable
        caption={desk.contacts}
        captionHidden
        rows={contacts}
        rowKey={({ id }) => id}
        empty={<EmptyState title={desk.noContacts} />}
        columns={[
          { key: 'name', header: desk.name, render: ({ name }) => name },
          { key: 'duty', header: desk.duty, render: ({ duty }) => duty },
          { key: 'phone', header: desk.phone, render: ({ phone }) => formatPhone(phone) },
          { key: 'readers', header: desk.readers, render: ({ isShared }) => (isShared ? desk.all : desk.own) },
          { key: 'by', header: desk.publishedBy, render: ({ organisationName }) => organisationName },
          {
            key: 'action',
            header: desk.action,
            headerHidden: true,
            render: ({ id, name, organisationId }) =>
              mayRun &&
              organisationId === ownOrganisationId && (
                <Form id={`contact-${id}`} requestKey={`${requestKey.slice(0, 24)}${id.slice(24)}`}>
                  <HiddenField name="intent" value="withdraw" />
                  <HiddenField name="contactId" value={id} />
                  <Button kind="quiet" aria-label={desk.withdrawOf(name)}>
                    {desk.withdraw}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {mayRun && (
        <Form id="contact" requestKey={requestKey} {...(refusal ?? {})}>
          <HiddenField name="intent" value="publish" />
          <TextField name="name" label={desk.name} required />
          <TextField name="duty" label={desk.duty} />
          <TextField name="phone" label={desk.phone} hint={desk.phoneHint} required />
          <Select
            name="isShared"
            label={desk.readers}
            placeholder={false}
            defaultValue="own"
            options={[
              { value: 'own', label: desk.own },
              { value: 'all', label: desk.all },
            ]}
          />
          <Actions>
            <Button>{desk.publish}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}
