import { Form as PlainForm } from 'react-router'
import { roles } from '#platform/actor.ts'
import { dateIn } from '#platform/pure/instant.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Member } from '../domain/membership.ts'
import { identityTexts } from '../texts.ts'
import { RolesField } from './roles-field.tsx'

export type Refusal = { readonly values: FieldValues; readonly errors: FieldErrors } | undefined

type MemberTableProps = { members: readonly Member[]; ownAccountId: string | null; mayManage: boolean; zone: TimeZone; refusal: Refusal }

/** Who acts for the organisation; administrators change roles and remove in a dialog per member. */
export function MemberTable({ members, ownAccountId, mayManage, zone, refusal }: MemberTableProps) {
  const texts = useCatalogue(identityTexts)
  const words = texts.members
  const refusalOf = ({ membershipId }: Member) => (refusal?.values.id === membershipId ? refusal : undefined)
  return (
    <DataTable
      caption={words.caption}
      rows={members}
      rowKey={({ membershipId }) => membershipId}
      columns={[
        {
          key: 'name',
          header: words.name,
          render: ({ name, accountId }) => (
            <>
              {name} {accountId === ownAccountId && <Tag tone="info">{words.you}</Tag>}
            </>
          ),
        },
        { key: 'email', header: words.email, render: ({ email }) => email },
        { key: 'roles', header: words.roles, render: (member) => member.roles.map((role) => texts.roles[role]).join(', ') },
        { key: 'since', header: words.since, render: ({ since }) => <DateText date={dateIn(zone, since)} /> },
        ...(mayManage
          ? [
              {
                key: 'action',
                header: words.action,
                headerHidden: true,
                render: (member: Member) => <MemberForms member={member} refusal={refusalOf(member)} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function MemberForms({ member, refusal }: { member: Member; refusal: Refusal }) {
  const texts = useCatalogue(identityTexts)
  const { membershipId, name, version } = member
  return (
    <Dialog trigger={texts.members.change} triggerKind="quiet" title={texts.members.changeOf(name)} defaultOpen={refusal !== undefined}>
      <Form id={`roles-${membershipId}`} version={version} errors={refusal?.errors}>
        <HiddenField name="intent" value="change" />
        <HiddenField name="id" value={membershipId} />
        <RolesField choices={roles} chosen={member.roles} />
        <Actions>
          <Button kind="main">{texts.members.save}</Button>
        </Actions>
      </Form>
      <PlainForm method="post">
        <input type="hidden" name="intent" value="remove" />
        <p>{texts.members.removeNote}</p>
        <Button kind="danger" name="id" value={membershipId}>
          {texts.members.remove}
        </Button>
      </PlainForm>
    </Dialog>
  )
}
