import { href } from 'react-router'
import { dateIn } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { formatMoney } from '#platform/pure/money.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { countedMeasures } from '../../domain/survey-figures.ts'
import type { Stage, Survey } from '../../domain/survey.ts'
import { surveyTexts } from '../../texts/survey-texts.ts'

export type AnswerLine = Survey & { readonly company: string; readonly isOpen: boolean }

type AnswerTableProps = {
  params: { missionId: string; eventId: string }
  stage: Stage
  rows: readonly AnswerLine[]
  zone: TimeZone
  requestKey: string
}

/** What each company says at one stage; a name opens its whole answer. Figures nobody gave take no room. */
export function AnswerTable({ params, stage, rows, zone, requestKey }: AnswerTableProps) {
  const texts = useCatalogue(surveyTexts)
  const { answers: words } = texts
  const locale = useLocale()
  const figures: readonly (Column<AnswerLine> & { isSaid: (survey: Survey) => boolean })[] = [
    ...countedMeasures.map((measure) => ({
      key: measure,
      header: texts.measures[measure],
      align: 'figure' as const,
      render: (survey: AnswerLine) => survey[measure],
      isSaid: (survey: Survey) => survey[measure] !== null,
    })),
    {
      key: 'value',
      header: texts.measures.value,
      align: 'figure',
      render: (survey) => <SaidValue survey={survey} />,
      isSaid: ({ valueCents }) => valueCents !== null,
    },
  ]
  return (
    <DataTable
      caption={words.caption(texts.after[stage])}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      rowLink={({ id }) => href('/missions/:missionId/rendez-vous/:eventId/suites/:surveyId', { ...params, surveyId: id })}
      columns={[
        { key: 'company', header: words.company, isRowHeader: true, render: ({ company }) => company },
        {
          key: 'followUp',
          header: texts.measures.follow_up,
          render: ({ followUp }) => (followUp ? texts.followUps[followUp] : words.silent),
        },
        ...figures.filter(({ isSaid }) => rows.some(isSaid)),
        {
          key: 'answered',
          header: words.answered,
          render: ({ answeredAt, answeredName, completedAt }) =>
            answeredAt && (completedAt ? words.by(answeredName ?? '', formatDate(dateIn(zone, answeredAt), locale)) : words.tapOnly),
        },
        {
          key: 'letters',
          header: words.letters,
          render: ({ letters }) => (letters === 0 ? words.noAddress : words.sent(letters)),
        },
        {
          key: 'resend',
          header: words.actions,
          headerHidden: true,
          render: ({ id, company, isOpen, letters, completedAt }) =>
            isOpen &&
            letters > 0 &&
            completedAt === null && (
              <Form requestKey={`${requestKey.slice(0, 24)}${id.slice(24)}`} id={`resend-${id}`}>
                <HiddenField name="intent" value="resend" />
                <HiddenField name="surveyId" value={id} />
                <Button kind="quiet" aria-label={words.resendTo(company)}>
                  {words.resend}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

/** An amount with what it rests on. */
export function SaidValue({
  survey: { valueCents, valueCurrency, valueQualifier },
}: {
  survey: Pick<Survey, 'valueCents' | 'valueCurrency' | 'valueQualifier'>
}) {
  const texts = useCatalogue(surveyTexts)
  const locale = useLocale()
  if (valueCents === null || valueCurrency === null || valueQualifier === null) return null
  return texts.amount(formatMoney({ cents: valueCents, currency: valueCurrency }, locale), texts.qualifiers[valueQualifier])
}
