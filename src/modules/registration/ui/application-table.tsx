import { Link, href } from 'react-router'
import { type Instant, dateIn } from '#platform/pure/instant.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { type Application, nextHand } from '../domain/application.ts'
import type { Decision } from '../domain/decision.ts'
import { registrationTexts } from '../texts.ts'
import { StateTag } from './state-tag.tsx'

/** An application in a list, with what may be decided about it now. */
export type ListedApplication = Pick<
  Application,
  'id' | 'givenName' | 'familyName' | 'category' | 'represents' | 'state' | 'changedAt' | 'organisationName' | 'waitingRank'
> & { readonly decisions: readonly Decision[] }

/** Applications to read, and to choose for a decision whose letters are previewed on the next page. */
export function ApplicationTable({
  missionId,
  applications,
  organiserName,
  zone,
}: {
  missionId: string
  applications: readonly ListedApplication[]
  organiserName: string
  zone: TimeZone
}) {
  const texts = useCatalogue(registrationTexts)
  const words = texts.list
  const open = (['approve', 'incomplete', 'refuse'] as const).filter((decision) =>
    applications.some(({ decisions }) => decisions.includes(decision)),
  )
  const table = (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={applications}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: words.name,
          isRowHeader: true,
          render: ({ id, givenName, familyName }) => (
            <Link to={href('/missions/:missionId/inscriptions/:applicationId', { missionId, applicationId: id })}>
              {`${givenName} ${familyName}`.trim() || id.slice(-6)}
            </Link>
          ),
        },
        { key: 'category', header: words.category, render: ({ category }) => category && texts.categories[category] },
        { key: 'represents', header: words.represents, render: ({ represents }) => represents },
        { key: 'partner', header: words.partner, render: ({ organisationName }) => organisationName },
        {
          key: 'state',
          header: words.state,
          render: ({ state, waitingRank }) => (
            <>
              <StateTag state={state} /> {waitingRank !== null && words.rank(waitingRank)}
            </>
          ),
        },
        { key: 'since', header: words.since, render: ({ changedAt }) => <Since instant={changedAt} zone={zone} /> },
        {
          key: 'next',
          header: words.next,
          render: ({ state, organisationName }) => {
            const hand = nextHand(state)
            return hand ? texts.hands[hand](organisationName, organiserName) : words.nobody
          },
        },
        ...(open.length > 0
          ? [
              {
                key: 'choose',
                header: words.choose,
                render: ({ id, givenName, familyName, decisions }: ListedApplication) =>
                  decisions.length > 0 && (
                    <input type="checkbox" name="application" value={id} aria-label={words.chooseOf(`${givenName} ${familyName}`)} />
                  ),
              },
            ]
          : []),
      ]}
    />
  )
  if (open.length === 0) return table
  return (
    <Form method="get" id="decide" action={href('/missions/:missionId/inscriptions/decision', { missionId })}>
      {table}
      <p>{words.decideNote}</p>
      <Actions>
        {open.map((decision, index) => (
          <Button key={decision} name="decision" value={decision} kind={index === 0 ? 'main' : 'plain'}>
            {texts.decisions[decision]}
          </Button>
        ))}
      </Actions>
    </Form>
  )
}

function Since({ instant, zone }: { instant: Instant; zone: TimeZone }) {
  return <DateText date={dateIn(zone, instant)} format="short" />
}
