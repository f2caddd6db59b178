import { Form } from 'react-router'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { ZonedTime } from '#ui/format.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import type { OwnSession } from '../domain/credentials.ts'
import { identityTexts } from '../texts.ts'

type ListedSession = OwnSession & { readonly device: string | null }

/** Where one is signed in, and the means to put an end to it. */
export function SessionSection({ sessions, zone }: { sessions: readonly ListedSession[]; zone: TimeZone }) {
  const texts = useCatalogue(identityTexts)
  const words = texts.account
  const deviceOf = ({ device }: ListedSession) => device ?? words.unknownDevice
  return (
    <Section title={words.sessions} note={words.sessionsNote} titlePlace="above">
      <DataTable
        caption={words.sessionsCaption}
        captionHidden
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'device',
            header: words.device,
            render: (session) => (
              <>
                {deviceOf(session)} {session.isThisOne && <Tag tone="info">{words.thisSession}</Tag>}
              </>
            ),
          },
          { key: 'opened', header: words.opened, render: ({ openedAt }) => <ZonedTime instant={openedAt} zone={zone} /> },
          { key: 'openedBy', header: words.openedBy, render: ({ openedBy }) => (openedBy ? words.doors[openedBy] : '') },
          { key: 'network', header: words.network, render: ({ network }) => network },
          {
            key: 'action',
            header: words.action,
            headerHidden: true,
            render: (session) =>
              !session.isThisOne && (
                <Form method="post">
                  <input type="hidden" name="intent" value="endSession" />
                  <Button kind="quiet" name="id" value={session.id} aria-label={words.endSessionOf(deviceOf(session))}>
                    {words.endSession}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <Form method="post">
          <Actions>
            <Button name="intent" value="endOthers">
              {words.endOthers}
            </Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}
