import { Link, href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { asId } from '#platform/pure/ids.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { passItems } from '#modules/departure/index.ts'
import { listMembers } from '#modules/identity/index.ts'
import { SettingsTabs } from '#modules/identity/ui/settings-tabs.tsx'
import { handOver, mayHandOver } from '#modules/missions/index.ts'
import { handoverForm } from '#modules/missions/schemas/handover.ts'
import { missionTexts } from '#modules/missions/texts.ts'
import { handoverTexts } from '#modules/missions/texts/handover-texts.ts'
import { problemSentences } from '#modules/missions/texts/problem-sentences.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import { type WorkUnderWay, readWorkUnderWay } from '../work-under-way.ts'
import type { Route } from './+types/handover.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    allow(mayHandOver(ctx.actor))
    const members = await listMembers(ctx.tx)
    const holders = await readWorkUnderWay(ctx, members)
    const successors = members
      .filter(({ roles }) => roles.some((role) => role !== 'reader'))
      .map(({ accountId, name }) => ({ value: accountId as string, label: name }))
    return { holders, successors, requestKey: crypto.randomUUID() }
  })
}

export function action({ context, request }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'missions.hand-over',
    handoverForm,
    (ctx, { from, to }) => handOver(ctx, asId(from), asId(to), [passItems]),
    {
      to: href('/reglages/passation'),
      field: ({ code }) => (code === 'nothing_to_hand_over' ? 'from' : 'to'),
    },
  )
}

export default function Handover({ loaderData: { holders, successors, requestKey }, actionData }: Route.ComponentProps) {
  const words = useCatalogue(handoverTexts)
  const errors = problemSentences(words, useCatalogue(missionTexts), actionData?.problems)
  const nameOf = ({ name }: { name: string }) => name || words.unknown
  return (
    <Page title={words.title} lead={words.lead} below={<SettingsTabs hasKeys />}>
      <Section title={words.holders} titlePlace="above">
        {holders.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <DataTable
            caption={words.caption}
            captionHidden
            rows={holders}
            rowKey={({ accountId }) => accountId}
            columns={[
              {
                key: 'name',
                header: words.person,
                render: (holder) => (
                  <>
                    {nameOf(holder)} {!holder.isMember && <Tag tone="warning">{words.gone}</Tag>}
                  </>
                ),
              },
              { key: 'tasks', header: words.tasks, align: 'figure', render: ({ taskCount }) => taskCount },
              { key: 'invitations', header: words.invitations, align: 'figure', render: ({ invitationCount }) => invitationCount },
              { key: 'items', header: words.items, align: 'figure', render: ({ itemCount }) => itemCount },
            ]}
          />
        )}
        <PassportsRead holders={holders} />
      </Section>
      {holders.some(hasWork) && (
        <Section title={words.pass} onPaper={false}>
          <Form id="handover" requestKey={requestKey} values={actionData?.values} errors={errors}>
            <Select
              name="from"
              label={words.from}
              required
              options={holders.filter(hasWork).map((holder) => ({ value: holder.accountId, label: nameOf(holder) }))}
            />
            <Select name="to" label={words.to} required options={successors} />
            <Actions>
              <Button kind="main">{words.submit}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </Page>
  )
}

/** Is there something that a handover passes on? */
function hasWork({ taskCount, invitationCount, itemCount }: WorkUnderWay): boolean {
  return taskCount + invitationCount + itemCount > 0
}

/** Whose passports somebody reads is named mission by mission, in person: nothing passes it on. */
function PassportsRead({ holders }: { holders: readonly WorkUnderWay[] }) {
  const words = useCatalogue(handoverTexts)
  const readings = holders.flatMap(({ name, readsPassportsOf }) => readsPassportsOf.map((mission) => ({ name, ...mission })))
  if (readings.length === 0) return null
  return (
    <>
      <p>{words.passportsNote}</p>
      <ul>
        {readings.map(({ name, missionId, title }) => (
          <li key={`${missionId} ${name}`}>
            {words.readsPassports(name)}{' '}
            <Link to={href('/missions/:missionId/inscriptions/passeports', { missionId })}>
              <LocalizedText content={title} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
