import { Form as PlainForm } from 'react-router'
import { addMinutes, compareInstants, dateIn, type Instant } from '#platform/pure/instant.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type ApiKey, keyRoles } from '../domain/membership.ts'
import { identityTexts } from '../texts.ts'
import type { Refusal } from './member-table.tsx'
import { RolesField } from './roles-field.tsx'

function stateOf({ revokedAt, expiresAt }: ApiKey, now: Instant): 'live' | 'expired' | 'revoked' {
  if (revokedAt) return 'revoked'
  return expiresAt && compareInstants(expiresAt, now) <= 0 ? 'expired' : 'live'
}

const tones = { live: 'success', expired: 'warning', revoked: undefined } as const

/** Every key, dead ones too: what a key did can then be traced. */
export function KeyTable({ keys, now, zone }: { keys: readonly ApiKey[]; now: Instant; zone: TimeZone }) {
  const texts = useCatalogue(identityTexts)
  const words = texts.keys
  return (
    <DataTable
      caption={words.caption}
      rows={keys}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={words.emptyTitle}>
          <p>{words.empty}</p>
        </EmptyState>
      }
      columns={[
        { key: 'name', header: words.name, render: ({ name }) => name },
        { key: 'hint', header: words.hint, render: ({ hint }) => <code>{hint}</code> },
        { key: 'roles', header: words.roles, render: ({ roles }) => roles.map((role) => texts.roles[role]).join(', ') },
        { key: 'used', header: words.used, render: ({ usedOn }) => (usedOn ? <DateText date={usedOn} /> : words.neverUsed) },
        {
          key: 'expires',
          header: words.expires,
          // The key ends as the next day begins; people were asked for its last day.
          render: ({ expiresAt }) => (expiresAt ? <DateText date={dateIn(zone, addMinutes(expiresAt, -1))} /> : words.never),
        },
        { key: 'state', header: words.state, render: (key) => <Tag tone={tones[stateOf(key, now)]}>{words[stateOf(key, now)]}</Tag> },
        {
          key: 'action',
          header: words.action,
          headerHidden: true,
          render: (key) =>
            stateOf(key, now) === 'live' && (
              <PlainForm method="post">
                <input type="hidden" name="intent" value="revoke" />
                <Button kind="danger" name="id" value={key.id} aria-label={words.revokeOf(key.name)}>
                  {words.revoke}
                </Button>
              </PlainForm>
            ),
        },
      ]}
    />
  )
}

export function KeyCreation({ refusal }: { refusal: Refusal }) {
  const texts = useCatalogue(identityTexts)
  return (
    <Section title={texts.keys.createTitle}>
      <Form id="key" values={refusal?.values} errors={refusal?.errors}>
        <TextField name="name" label={texts.keys.name} hint={texts.keys.nameHint} autoComplete="off" required />
        <RolesField choices={keyRoles} chosen={['reader']} />
        <DateField name="expiresOn" label={texts.keys.expiresOn} hint={texts.keys.expiresHint} />
        <Actions>
          <Button kind="main">{texts.keys.create}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
