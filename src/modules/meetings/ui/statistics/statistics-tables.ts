import type { Locale } from '#platform/pure/locale.ts'
import { pick } from '#platform/pure/localized.ts'
import { toDecimal } from '#platform/pure/money.ts'
import type { NamedTable } from '#platform/tabular/write-list-file.ts'
import type { Circle } from '../../domain/event.ts'
import type { EventStatistics } from '../../domain/statistics.ts'
import { type StageFigures, countedMeasures } from '../../domain/survey-figures.ts'
import { statisticsTexts } from '../../texts/statistics-texts.ts'
import { surveyTexts } from '../../texts/survey-texts.ts'

type Counted = { readonly circles: readonly Circle[]; readonly statistics: EventStatistics; readonly stages: readonly StageFigures[] }

/** The statistics as sheets of a file, companies first. */
export function statisticsTables({ circles, statistics, stages }: Counted, locale: Locale): readonly [NamedTable, ...NamedTable[]] {
  const texts = statisticsTexts[locale]
  const survey = surveyTexts[locale]
  const { fairness, companies: words, states, surveys } = texts
  const circleName = new Map(circles.map(({ id, name }) => [id, pick(name, locale).text]))
  return [
    {
      name: words.title,
      headers: [
        words.company,
        fairness.circle,
        fairness.keeper,
        words.target,
        fairness.meetings,
        words.held,
        fairness.missed,
        fairness.gaps,
      ],
      rows: statistics.companies.map((line) => [
        line.name,
        circleName.get(line.circleId) ?? '',
        line.organisationName,
        ...[line.target, line.meetings, line.held, line.missed, line.gaps].map(String),
      ]),
    },
    {
      name: states.title,
      headers: [states.state, states.count],
      rows: Object.entries(states.names).map(([state, name]) => [name, String(statistics.states[state as keyof typeof states.names])]),
    },
    {
      name: surveys.title,
      headers: [
        surveys.stage,
        surveys.answers,
        surveys.yes,
        ...countedMeasures.map((measure) => survey.measures[measure]),
        survey.measures.value,
      ],
      rows: stages.map(({ stage, answered, followUps, counts, values }) => [
        survey.stages[stage],
        String(answered),
        String(followUps.yes),
        ...countedMeasures.map((measure) => String(counts[measure].total)),
        values.map((value) => survey.amount(`${toDecimal(value)} ${value.currency}`, survey.qualifiers[value.qualifier])).join(' ; '),
      ]),
    },
  ]
}
