import { dateIn, type Instant } from '#platform/pure/instant.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import type { Tone } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { type InvitationState, type PartnerInvitation, standingOf } from '../domain/partnership.ts'
import { invitationTexts } from '../texts/invitation-texts.ts'

const tones: Record<InvitationState | 'expired', Tone | undefined> = {
  open: 'info',
  accepted: 'success',
  declined: 'warning',
  revoked: undefined,
  expired: 'warning',
}

/** Who was invited to a mission, and what became of it: for those who organise it. */
export function InvitationTable({ invitations, now, zone }: { invitations: readonly PartnerInvitation[]; now: Instant; zone: TimeZone }) {
  const texts = useCatalogue(invitationTexts)
  const words = texts.list
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      <DataTable
        caption={words.caption}
        captionHidden
        rows={invitations}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: words.organisation, render: ({ organisationName }) => organisationName },
          { key: 'address', header: words.address, render: ({ email }) => email ?? words.inEscale },
          { key: 'role', header: words.role, render: ({ role }) => texts.roles[role] },
          { key: 'sent', header: words.sent, render: ({ invitedAt }) => <DateText date={dateIn(zone, invitedAt)} format="short" /> },
          { key: 'state', header: words.state, render: (invitation) => <Standing invitation={invitation} now={now} zone={zone} /> },
          {
            key: 'action',
            header: words.action,
            headerHidden: true,
            render: ({ id, state, organisationName }) =>
              state === 'open' && (
                <Form layout="row" id={`invitation-${id}`}>
                  <HiddenField name="invitationId" value={id} />
                  <Actions>
                    <Button kind="quiet" name="intent" value="again" aria-label={words.againOf(organisationName)}>
                      {words.again}
                    </Button>
                    <Button kind="quiet" name="intent" value="revoke" aria-label={words.revokeOf(organisationName)}>
                      {words.revoke}
                    </Button>
                  </Actions>
                </Form>
              ),
          },
        ]}
      />
    </Section>
  )
}

function Standing({ invitation, now, zone }: { invitation: PartnerInvitation; now: Instant; zone: TimeZone }) {
  const { states, list } = useCatalogue(invitationTexts)
  const standing = standingOf(invitation, now)
  return (
    <>
      <Tag tone={tones[standing]}>{states[standing]}</Tag>{' '}
      {standing === 'open' && (
        <>
          {list.until} <DateText date={dateIn(zone, invitation.expiresAt)} format="short" />
        </>
      )}
      {invitation.answeredAt && standing !== 'open' && <DateText date={dateIn(zone, invitation.answeredAt)} format="short" />}
      {invitation.reason && <> {list.reason(invitation.reason)}</>}
    </>
  )
}
