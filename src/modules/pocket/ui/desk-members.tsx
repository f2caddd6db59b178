import { Link, href } from 'react-router'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import type { PassLine } from '../domain/pass.ts'
import { pocketTexts } from '../texts.ts'
import type { Desk } from '../usecases/read-desk.ts'
import type { Refusal } from './refusal.ts'

type DeskMembersProps = Pick<Desk, 'lines' | 'mayRun' | 'timeZone'> & { missionId: string; requestKey: string; refusal: Refusal }

/** Who has their programme in their pocket, and who waits for a link. */
export function DeskMembers({ missionId, lines, mayRun, timeZone, requestKey, refusal }: DeskMembersProps) {
  const { desk } = useCatalogue(pocketTexts)
  const dayOf = (instant: PassLine['seenAt']) => instant && <DateText date={dateIn(asTimeZone(timeZone), instant)} />
  return (
    <>
      {mayRun && lines.length > 0 && (
        <Form id="everyone" requestKey={requestKey} {...(refusal?.values.intent === 'send_all' ? refusal : {})}>
          <HiddenField name="intent" value="send_all" />
          <Checkbox name="invitations" value="1" label={desk.withInvitations} />
          <Actions>
            <Button kind="main">{desk.sendAll}</Button>
          </Actions>
        </Form>
      )}
      <DataTable
        caption={desk.members}
        rows={lines}
        rowKey={({ memberId }) => memberId}
        empty={<EmptyState title={desk.noMembers} />}
        columns={[
          { key: 'name', header: desk.member, render: ({ name }) => name },
          {
            key: 'link',
            header: desk.link,
            render: ({ memberId, name, email, linkSentAt, linkIsOpen, revokedAt }) => {
              if (revokedAt)
                return (
                  <>
                    {desk.revokedOn} {dayOf(revokedAt)}
                  </>
                )
              if (linkSentAt === null && email === null)
                return (
                  <Link to={href('/missions/:missionId/delegation/:memberId', { missionId, memberId })}>
                    {desk.noAddress}
                    <VisuallyHidden>{desk.noAddressOf(name)}</VisuallyHidden>
                  </Link>
                )
              if (!linkSentAt) return desk.notSent
              return (
                <>
                  {desk.sentOn} {dayOf(linkSentAt)} {!linkIsOpen && <>({desk.over})</>}
                </>
              )
            },
          },
          {
            key: 'devices',
            header: desk.devices,
            render: ({ deviceCount, seenAt }) =>
              deviceCount === 0 ? (
                desk.none
              ) : (
                <>
                  {desk.deviceCount(deviceCount)}, {desk.seen} {dayOf(seenAt)}
                </>
              ),
          },
          {
            key: 'calendar',
            header: desk.calendar,
            render: ({ calendarSince, invitations }) =>
              [calendarSince && desk.subscribed, invitations && desk.invited].filter(Boolean).join(', ') || desk.none,
          },
          ...(mayRun
            ? [
                {
                  key: 'action',
                  header: desk.action,
                  headerHidden: true,
                  render: (line: PassLine) => <MemberActions line={line} requestKey={requestKey} refusal={refusal} />,
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

function MemberActions({ line, requestKey, refusal }: { line: PassLine; requestKey: string; refusal: Refusal }) {
  const { desk } = useCatalogue(pocketTexts)
  const { memberId, name, email, linkIsOpen, deviceCount, calendarSince } = line
  const isOpen = linkIsOpen || deviceCount > 0 || calendarSince !== null
  if (!email && !isOpen) return null
  return (
    <Form
      id={`pass-${memberId}`}
      // A form per row: the key of the page, made the row's own.
      requestKey={`${requestKey.slice(0, 24)}${memberId.slice(24)}`}
      {...(refusal?.values.memberId === memberId ? refusal : {})}
    >
      <HiddenField name="memberId" value={memberId} />
      {line.invitations && <HiddenField name="invitations" value="1" />}
      <Actions>
        {email && (
          <Button name="intent" value="send" kind="quiet" aria-label={desk.sendTo(name)}>
            {linkIsOpen ? desk.sendAgain : desk.send}
          </Button>
        )}
        {isOpen && (
          <Button name="intent" value="revoke" kind="danger" aria-label={desk.revokeOf(name)}>
            {desk.revoke}
          </Button>
        )}
      </Actions>
    </Form>
  )
}
