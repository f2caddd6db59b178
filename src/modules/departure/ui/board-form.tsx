import { href } from 'react-router'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { RefusedForm } from '#platform/web.ts'
import type { Member } from '#modules/delegations/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Select } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Board, BoardRow } from '../domain/board.ts'
import { columnOf, requirementStates } from '../domain/requirement.ts'
import { departureTexts, problemTexts } from '../texts.ts'
import { requirementName } from './requirement-name.ts'
import { RequirementStateTag } from './requirement-state.tsx'

export type BoardFormProps = {
  missionId: string
  board: Board<Member>
  colleagues: readonly { readonly value: string; readonly label: string }[]
  today: LocalDate
  refusal: RefusedForm | undefined
  requestKey: string
}

/** People × requirements; the people ticked are marked, or their requirement entrusted, all at once. */
export function BoardForm({ missionId, board, colleagues, today, refusal, requestKey }: BoardFormProps) {
  const texts = useCatalogue(departureTexts)
  const words = texts.readiness
  const locale = useLocale()
  const ticked = refusal?.values.memberIds ?? []
  const { decisions } = words
  const columns: Column<BoardRow<Member>>[] = [
    {
      key: 'choice',
      header: words.chooseHeader,
      headerHidden: true,
      render: ({ person }) => (
        <input
          type="checkbox"
          name="memberIds"
          value={person.id}
          defaultChecked={ticked.includes(person.id)}
          aria-label={words.choose(`${person.givenName} ${person.familyName}`)}
        />
      ),
    },
    { key: 'person', header: words.person, isRowHeader: true, render: ({ person }) => `${person.givenName} ${person.familyName}` },
    ...board.columns.map((column): Column<BoardRow<Member>> => ({
      key: columnOf(column),
      header: requirementName(texts, column, locale),
      render: ({ cells }) => <RequirementStateTag requirement={cells.get(columnOf(column))} today={today} />,
    })),
    {
      key: 'ready',
      header: words.state,
      render: ({ isReady }) => (isReady ? <Tag tone="success">{words.isReady}</Tag> : <Tag tone="warning">{words.isWaiting}</Tag>),
    },
  ]
  return (
    <Form id="board" requestKey={requestKey} values={refusal?.values} errors={problemTexts(texts, refusal?.problems)}>
      <DataTable
        caption={words.boardCaption}
        captionHidden
        rows={board.rows}
        rowKey={({ person }) => person.id}
        rowLink={({ person }) => href('/missions/:missionId/depart/personne/:memberId', { missionId, memberId: person.id })}
        columns={columns}
      />
      <Fieldset legend={words.forThose}>
        <Select
          name="column"
          label={words.requirement}
          options={board.columns.map((column) => ({ value: columnOf(column), label: requirementName(texts, column, locale) }))}
        />
        <RadioGroup
          name="state"
          label={words.decision}
          defaultValue="done"
          inline
          choices={(['done', 'not_needed', 'to_do'] satisfies (typeof requirementStates)[number][]).map((value) => ({
            value,
            label: decisions[value],
          }))}
        />
        <DateField name="doneOn" label={words.on} defaultValue={today} max={today} />
        <TextField name="proof" label={words.proof} hint={words.proofHint} maxLength={300} width="long" />
        <Actions>
          <Button kind="main" name="intent" value="mark">
            {words.mark}
          </Button>
        </Actions>
        <Select name="ownerAccountId" label={words.owner} hint={words.ownerHint} options={colleagues} placeholder={words.nobodyYet} />
        <DateField name="dueOn" label={words.due} hint={words.dueHint} />
        <Actions>
          <Button name="intent" value="assign">
            {words.assign}
          </Button>
        </Actions>
      </Fieldset>
    </Form>
  )
}
