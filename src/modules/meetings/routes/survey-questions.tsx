import { Link, href } from 'react-router'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { questionForm, restoreForm } from '../schemas/survey.ts'
import { surveyTexts } from '../texts/survey-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import { QuestionForm } from '../ui/survey/question-form.tsx'
import { QuestionTable } from '../ui/survey/question-table.tsx'
import { readQuestions, restoreQuestion, wordQuestion } from '../usecases/word-questions.ts'
import type { Route } from './+types/survey-questions.ts'

/** What companies are asked, in which words and at which dates: seen and changed by those who organise. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { event, ...asking } = await readQuestions(ctx, params.missionId, params.eventId)
    return { event: { id: event.id, title: event.title }, ...asking, requestKey: crypto.randomUUID() }
  })
}

export function action({ context, request, params: { missionId, eventId } }: Route.ActionArgs) {
  const back = href('/missions/:missionId/rendez-vous/:eventId/suites/questions', { missionId, eventId })
  return answerForms(context, request, {
    restore: carryOut('meetings.restore-question', restoreForm, (ctx, { measure }) => restoreQuestion(ctx, missionId, eventId, measure), {
      to: back,
    }),
    otherwise: carryOut('meetings.word-question', questionForm, (ctx, question) => wordQuestion(ctx, missionId, eventId, question), {
      to: back,
    }),
  })
}

export default function SurveyQuestions({ loaderData, actionData, params }: Route.ComponentProps) {
  const { event, lines, questions, asked, requestKey } = loaderData
  const { questions: words } = useCatalogue(surveyTexts)
  const open = lines.filter(({ state }) => state === 'planned' || state === 'free').map(({ stage }) => stage)
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      <Section
        title={words.title}
        note={words.note}
        titlePlace="above"
        action={<Link to={href('/missions/:missionId/rendez-vous/:eventId/suites', params)}>{words.back}</Link>}
      >
        <QuestionTable questions={questions} lines={lines} asked={asked} />
        {open.length === 0 && <p>{words.over}</p>}
        {open.length > 0 &&
          questions.map((question) => (
            <QuestionForm key={question.measure} question={question} open={open} requestKey={requestKey} refusal={actionData} />
          ))}
      </Section>
    </>
  )
}
