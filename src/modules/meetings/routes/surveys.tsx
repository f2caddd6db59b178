import { Link, href } from 'react-router'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { stages } from '../domain/survey.ts'
import { figuresByStage } from '../domain/survey-figures.ts'
import { resendForm, stagesForm } from '../schemas/survey.ts'
import { surveyProblems, surveyTexts } from '../texts/survey-texts.ts'
import { EventViews } from '../ui/event-views.tsx'
import { AnswerTable } from '../ui/survey/answer-table.tsx'
import { StageTable } from '../ui/survey/stage-table.tsx'
import { planSurveys, readSurveys, resendSurveys } from '../usecases/ask-surveys.ts'
import type { Route } from './+types/surveys.ts'

/** What companies are asked after the meetings, who answered, and what. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { event, zone, lines, surveys } = await readSurveys(ctx, params.missionId, params.eventId)
    return {
      event: { id: event.id, title: event.title },
      zone,
      lines,
      figures: figuresByStage(surveys),
      surveys: surveys.map((survey) => ({ ...survey, isOpen: ctx.now < survey.expiresAt })),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params: { missionId, eventId } }: Route.ActionArgs) {
  const back = href('/missions/:missionId/rendez-vous/:eventId/suites', { missionId, eventId })
  return answerForms(context, request, {
    resend: carryOut('meetings.resend-surveys', resendForm, (ctx, typed) => resendSurveys(ctx, missionId, eventId, typed), {
      to: back,
      flash: 'sent',
    }),
    otherwise: carryOut('meetings.plan-surveys', stagesForm, (ctx, { stages }) => planSurveys(ctx, missionId, eventId, stages), {
      to: back,
      field: 'stages',
    }),
  })
}

export default function Surveys({
  loaderData: { event, zone, lines, figures, surveys, requestKey },
  actionData,
  params,
}: Route.ComponentProps) {
  const texts = useCatalogue(surveyTexts)
  const { rounds, answers } = texts
  const problem = surveyProblems(texts, actionData?.problems)['']
  return (
    <>
      <EventViews missionId={params.missionId} event={event} />
      {problem && <Notice tone="danger" title={problem} />}
      <Section
        title={rounds.title}
        note={rounds.note}
        titlePlace="above"
        action={<Link to={href('/missions/:missionId/rendez-vous/:eventId/suites/questions', params)}>{texts.questions.open}</Link>}
      >
        <StageTable
          lines={lines}
          figures={figures}
          zone={zone}
          requestKey={requestKey}
          refusal={actionData?.values.intent === 'plan' ? actionData : undefined}
        />
      </Section>
      {figures.map(({ stage, answered, asked }) => {
        const rows = surveys.filter((survey) => survey.stage === stage)
        const mayResend = answered < asked && rows.some(({ isOpen, letters, answeredAt }) => isOpen && letters > 0 && answeredAt === null)
        return (
          <Section key={stage} title={answers.title(texts.after[stage])} titlePlace="above">
            <AnswerTable params={params} stage={stage} rows={rows} zone={zone} requestKey={requestKey} />
            {mayResend && (
              <Form requestKey={`${requestKey.slice(0, 28)}${String(stages.indexOf(stage)).padStart(8, '0')}`} id={`resend-${stage}`}>
                <HiddenField name="intent" value="resend" />
                <HiddenField name="stage" value={stage} />
                <Actions>
                  <Button>{answers.resendAll}</Button>
                </Actions>
              </Form>
            )}
          </Section>
        )
      })}
    </>
  )
}
