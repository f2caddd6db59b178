import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { EventQuestion, Question, Stage } from '../../domain/survey.ts'
import { surveyTexts } from '../../texts/survey-texts.ts'
import type { StageLine } from '../../usecases/ask-surveys.ts'

type QuestionTableProps = {
  questions: readonly EventQuestion[]
  lines: readonly StageLine[]
  /** Of the stages whose letters left. */
  asked: readonly (Question & { readonly stage: Stage })[]
}

/** The questions in their order, and at which dates each is asked, or was. */
export function QuestionTable({ questions, lines, asked }: QuestionTableProps) {
  const texts = useCatalogue(surveyTexts)
  const { questions: words } = texts
  const isAskedAt = ({ stage, state }: StageLine, question: EventQuestion) =>
    state === 'sent'
      ? asked.some((each) => each.stage === stage && each.measure === question.measure)
      : state !== 'over' && question.stages.includes(stage)
  const nameOf = ({ stage, state }: StageLine) => {
    const name = texts.stages[stage]
    return state === 'sent' ? words.sent(name) : state === 'over' ? words.past(name) : name
  }
  return (
    <>
      <DataTable
        caption={words.caption}
        captionHidden
        rows={questions}
        rowKey={({ measure }) => measure}
        columns={[
          { key: 'question', header: words.question, isRowHeader: true, render: ({ wording }) => <LocalizedText content={wording} /> },
          ...lines.map((line) => ({
            key: line.stage,
            header: nameOf(line),
            render: (question: EventQuestion) => (isAskedAt(line, question) ? words.asked : words.notAsked),
          })),
        ]}
      />
      {lines.map(({ stage }) => (
        <FormerWording key={stage} stage={stage} questions={questions} asked={asked.filter((each) => each.stage === stage)} />
      ))}
    </>
  )
}

/** The questions of a stage that were put in other words than today's. */
function FormerWording({ stage, questions, asked }: Pick<QuestionTableProps, 'questions' | 'asked'> & { stage: Stage }) {
  const texts = useCatalogue(surveyTexts)
  const locale = useLocale()
  const today = new Map(questions.map(({ measure, wording }) => [measure, pick(wording, locale).text]))
  const other = asked.filter(({ measure, wording }) => today.get(measure) !== pick(wording, locale).text)
  if (other.length === 0) return null
  return (
    <details>
      <summary>{texts.questions.was(texts.after[stage])}</summary>
      <ul>
        {other.map(({ measure, wording }) => (
          <li key={measure}>
            <LocalizedText content={wording} />
          </li>
        ))}
      </ul>
    </details>
  )
}
