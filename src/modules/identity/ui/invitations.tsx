import { Form as PlainForm } from 'react-router'
import { roles } from '#platform/actor.ts'
import { compareInstants, dateIn, type Instant } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Invitation } from '../domain/membership.ts'
import { identityTexts } from '../texts.ts'
import { LanguageField } from './language-field.tsx'
import type { Refusal } from './member-table.tsx'
import { RolesField } from './roles-field.tsx'

/** Who was invited and has not answered; an expired invitation stays in sight until it is withdrawn or sent again. */
export function PendingInvitations({ invitations, now, zone }: { invitations: readonly Invitation[]; now: Instant; zone: TimeZone }) {
  const texts = useCatalogue(identityTexts)
  const words = texts.members
  return (
    <Section title={words.invitations} titlePlace="above">
      {invitations.length === 0 && <p>{words.noInvitation}</p>}
      {invitations.length > 0 && (
        <DataTable
          caption={words.invitationsCaption}
          captionHidden
          rows={invitations}
          rowKey={({ id }) => id}
          columns={[
            { key: 'email', header: words.email, render: ({ email }) => email },
            { key: 'roles', header: words.roles, render: (invitation) => invitation.roles.map((role) => texts.roles[role]).join(', ') },
            {
              key: 'expires',
              header: words.expires,
              render: ({ expiresAt }) =>
                compareInstants(expiresAt, now) <= 0 ? (
                  <Tag tone="warning">{words.expired}</Tag>
                ) : (
                  <DateText date={dateIn(zone, expiresAt)} />
                ),
            },
            {
              key: 'action',
              header: words.action,
              headerHidden: true,
              render: ({ id, email }) => (
                <PlainForm method="post">
                  <input type="hidden" name="intent" value="withdraw" />
                  <Button kind="quiet" name="id" value={id} aria-label={words.withdrawOf(email)}>
                    {words.withdraw}
                  </Button>
                </PlainForm>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}

export function InviteSection({ locale, refusal }: { locale: Locale; refusal: Refusal }) {
  const texts = useCatalogue(identityTexts)
  const words = texts.members
  return (
    <Section title={words.invite} note={words.inviteNote}>
      <Form id="invite" values={refusal?.values} errors={refusal?.errors}>
        <HiddenField name="intent" value="invite" />
        <TextField name="email" type="email" label={words.email} autoComplete="off" spellCheck={false} required />
        <RolesField choices={roles} chosen={['reader']} />
        <LanguageField label={words.language} locale={locale} />
        <Actions>
          <Button kind="main">{words.inviteSend}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
