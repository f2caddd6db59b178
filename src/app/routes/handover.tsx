import { href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { asId } from '#platform/pure/ids.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { listMembers } from '#modules/identity/index.ts'
import { SettingsTabs } from '#modules/identity/ui/settings-tabs.tsx'
import { handOver, listHolders, mayHandOver } from '#modules/missions/index.ts'
import { handoverForm } from '#modules/missions/schemas/handover.ts'
import { missionTexts } from '#modules/missions/texts.ts'
import { handoverTexts } from '#modules/missions/texts/handover-texts.ts'
import { problemSentences } from '#modules/missions/texts/problem-sentences.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Route } from './+types/handover.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    allow(mayHandOver(ctx.actor))
    const members = await listMembers(ctx.tx)
    const holders = (await listHolders(ctx.tx)).map((holder) => {
      const member = members.find(({ accountId }) => accountId === holder.accountId)
      return { ...holder, name: member?.name ?? holder.name, isMember: member !== undefined }
    })
    const successors = members
      .filter(({ roles }) => roles.some((role) => role !== 'reader'))
      .map(({ accountId, name }) => ({ value: accountId as string, label: name }))
    return { holders, successors, requestKey: crypto.randomUUID() }
  })
}

export function action({ context, request }: Route.ActionArgs) {
  return answerForm(context, request, 'missions.hand-over', handoverForm, (ctx, { from, to }) => handOver(ctx, asId(from), asId(to)), {
    to: href('/reglages/passation'),
    field: ({ code }) => (code === 'nothing_to_hand_over' ? 'from' : 'to'),
  })
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
            ]}
          />
        )}
      </Section>
      {holders.length > 0 && (
        <Section title={words.pass} onPaper={false}>
          <Form id="handover" requestKey={requestKey} values={actionData?.values} errors={errors}>
            <Select
              name="from"
              label={words.from}
              required
              options={holders.map((holder) => ({ value: holder.accountId, label: nameOf(holder) }))}
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
