import { Link, href } from 'react-router'
import { dateIn } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { read, readForm, redirectWithFlash, refuseForm, submit, visitorContext } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import type { Measure } from '../domain/survey.ts'
import { surveyForm } from '../schemas/survey.ts'
import { surveyProblems, surveyTexts } from '../texts/survey-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import { AnswerFields } from '../ui/survey/answer-fields.tsx'
import { SaidValue } from '../ui/survey/answer-table.tsx'
import { enterSurvey, readSurveyOf } from '../usecases/ask-surveys.ts'
import type { Route } from './+types/survey.ts'

/** What one company answered at one stage, and where somebody notes what it said by word of mouth. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { event, zone, survey, questions } = await readSurveyOf(ctx, params.missionId, params.eventId, params.surveyId)
    return {
      event: { id: event.id, title: event.title },
      zone,
      survey: { ...survey, isComplete: survey.completedAt !== null },
      questions,
      requestKey: crypto.randomUUID(),
    }
  })
}

export async function action({ context, request, params: { missionId, eventId, surveyId } }: Route.ActionArgs) {
  const typed = await readForm(request, surveyForm(context.get(visitorContext).locale))
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await submit(context, request, typed, 'meetings.enter-survey', (ctx) =>
    enterSurvey(ctx, missionId, eventId, surveyId, typed.value),
  )
  const back = href('/missions/:missionId/rendez-vous/:eventId/suites/:surveyId', { missionId, eventId, surveyId })
  return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, ''))
}

export default function SurveyPage({
  loaderData: { event, zone, survey, questions, requestKey },
  actionData,
  params,
}: Route.ComponentProps) {
  const texts = useCatalogue(surveyTexts)
  const { one: words, measures, answers } = texts
  const locale = useLocale()
  const said = (measure: Measure) => {
    if (measure === 'follow_up') return survey.followUp && texts.followUps[survey.followUp]
    if (measure === 'value') return survey.valueCents === null ? null : <SaidValue survey={survey} />
    return survey[measure]
  }
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      <Section
        title={words.title(survey.company)}
        note={words.note(texts.after[survey.stage])}
        titlePlace="above"
        action={<Link to={href('/missions/:missionId/rendez-vous/:eventId/suites', params)}>{words.back}</Link>}
      >
        {survey.answeredAt === null ? (
          <p>{words.nothing}</p>
        ) : (
          <KeyFacts
            facts={[
              ...questions.map(({ measure }) => ({ key: measure, label: measures[measure], value: said(measure) })),
              {
                key: 'answered',
                label: answers.answered,
                value: answers.by(survey.answeredName ?? '', formatDate(dateIn(zone, survey.answeredAt), locale)),
              },
            ]}
          />
        )}
      </Section>
      <Section title={words.enter} note={words.enterNote} titlePlace="above" onPaper={false}>
        <Form key={survey.version} requestKey={requestKey} values={actionData?.values} errors={surveyProblems(texts, actionData?.problems)}>
          <AnswerFields questions={questions} answer={survey} />
          <Actions>
            <Button kind="main">{words.save}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  )
}
