import { Form } from 'react-router'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateText } from '#ui/format.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Deputising, DeputyshipState } from '../domain/deputyship.ts'
import { deputyTexts } from '../texts/deputy-texts.ts'

export type ShownDeputyship = Deputising & { readonly state: DeputyshipState; readonly mayEnd: boolean }

/** Who stands in for whom; whoever it concerns can end it. */
export function DeputyTable({ deputyships }: { deputyships: readonly ShownDeputyship[] }) {
  const texts = useCatalogue(deputyTexts)
  return (
    <DataTable
      caption={texts.caption}
      rows={deputyships}
      rowKey={({ id }) => id}
      columns={[
        { key: 'principal', header: texts.principal, render: ({ principalName }) => principalName },
        { key: 'deputy', header: texts.deputy, render: ({ deputyName }) => deputyName },
        { key: 'from', header: texts.from, render: ({ startsOn }) => <DateText date={startsOn} /> },
        { key: 'to', header: texts.to, render: ({ endsOn }) => <DateText date={endsOn} /> },
        { key: 'reason', header: texts.reason, render: ({ reason }) => reason },
        {
          key: 'state',
          header: texts.state,
          render: ({ state }) => (state === 'standing' ? <Tag tone="info">{texts.states.standing}</Tag> : texts.states[state]),
        },
        {
          key: 'action',
          header: texts.action,
          headerHidden: true,
          render: ({ id, state, mayEnd, deputyName, principalName }) =>
            mayEnd &&
            (state === 'standing' || state === 'to_come') && (
              <Form method="post">
                <input type="hidden" name="intent" value="end" />
                <Button kind="quiet" name="id" value={id} aria-label={texts.endOf(deputyName, principalName)}>
                  {texts.end}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}
