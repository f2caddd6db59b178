import { formatMoney } from '#platform/pure/money.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLocale } from '#ui/locale.tsx'
import { type StageFigures, countedMeasures } from '../../domain/survey-figures.ts'
import { statisticsTexts } from '../../texts/statistics-texts.ts'
import { surveyTexts } from '../../texts/survey-texts.ts'

/** What companies said came of their meetings, stage by stage. */
export function SurveyFigures({ stages }: { stages: readonly StageFigures[] }) {
  const { surveys: words } = useCatalogue(statisticsTexts)
  const texts = useCatalogue(surveyTexts)
  const locale = useLocale()
  if (stages.length === 0) return <p>{words.none}</p>
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={stages}
      rowKey={({ stage }) => stage}
      columns={[
        { key: 'stage', header: words.stage, isRowHeader: true, render: ({ stage }) => texts.stages[stage] },
        {
          key: 'answers',
          header: words.answers,
          render: ({ answered, asked, complete }) => texts.rounds.of(answered, asked, complete),
        },
        { key: 'yes', header: words.yes, align: 'figure', render: ({ followUps }) => followUps.yes },
        ...countedMeasures.map((measure) => ({
          key: measure,
          header: texts.measures[measure],
          align: 'figure' as const,
          render: ({ counts, stage }: StageFigures) =>
            words.figure(counts[measure].total, counts[measure].isNew, stage === stages[0]?.stage),
        })),
        {
          key: 'values',
          header: texts.measures.value,
          align: 'figure',
          render: ({ values }) =>
            values.map((value) => (
              <p key={`${value.currency}${value.qualifier}`}>
                {texts.amount(formatMoney(value, locale), texts.qualifiers[value.qualifier])}
              </p>
            )),
        },
      ]}
    />
  )
}
