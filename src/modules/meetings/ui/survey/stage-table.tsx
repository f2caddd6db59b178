import { formatDate } from '#platform/pure/local-date-format.ts'
import { dateIn } from '#platform/pure/instant.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import type { StageFigures } from '../../domain/survey-figures.ts'
import { surveyProblems, surveyTexts } from '../../texts/survey-texts.ts'
import type { StageLine } from '../../usecases/ask-surveys.ts'
import type { Refusal } from '../refusal.ts'

type StageTableProps = {
  lines: readonly StageLine[]
  figures: readonly StageFigures[]
  zone: TimeZone
  requestKey: string
  refusal: Refusal
}

/** The four dates, where each stands, and which of them are asked. */
export function StageTable({ lines, figures, zone, requestKey, refusal }: StageTableProps) {
  const texts = useCatalogue(surveyTexts)
  const { rounds: words } = texts
  const locale = useLocale()
  const stateOf = ({ state, sentAt }: StageLine) =>
    state === 'sent' && sentAt ? words.states.sent(formatDate(dateIn(zone, sentAt), locale)) : words.states[state as 'planned']
  const open = lines.filter(({ state }) => state === 'planned' || state === 'free')
  return (
    <>
      <DataTable
        caption={words.caption}
        captionHidden
        rows={lines}
        rowKey={({ stage }) => stage}
        columns={[
          { key: 'stage', header: words.stage, isRowHeader: true, render: ({ stage }) => texts.stages[stage] },
          { key: 'day', header: words.day, render: ({ day }) => day && <DateText date={day} /> },
          { key: 'state', header: words.state, render: stateOf },
          {
            key: 'answers',
            header: words.answers,
            render: ({ stage }) => {
              const of = figures.find((each) => each.stage === stage)
              return of ? words.of(of.answered, of.asked, of.complete) : words.none
            },
          },
        ]}
      />
      {lines.every(({ day }) => day === null) && <p>{words.noDays}</p>}
      {open.length > 0 && (
        <Form requestKey={requestKey} id="stages" errors={surveyProblems(texts, refusal?.problems)}>
          <HiddenField name="intent" value="plan" />
          <CheckboxGroup
            name="stages"
            label={words.choose}
            hint={words.chooseNote}
            inline
            defaultValues={open.filter(({ state }) => state === 'planned').map(({ stage }) => stage)}
            choices={open.map(({ stage }) => ({ value: stage, label: texts.stages[stage] }))}
          />
          <Actions>
            <Button kind="main">{words.save}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}
