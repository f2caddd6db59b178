import { data, href, redirect } from 'react-router'
import { dateIn } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { refuseForm, servicesContext, typeForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { LocaleProvider, useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import type { OpenedSurvey } from '../domain/survey.ts'
import { surveyForm, tapSearch } from '../schemas/survey.ts'
import { surveyProblems, surveyTexts } from '../texts/survey-texts.ts'
import { AnswerFields } from '../ui/survey/answer-fields.tsx'
import type { Refusal } from '../ui/refusal.ts'
import { answerWithLink, readSurvey, tapWithLink } from '../usecases/answer-survey.ts'
import type { Route } from './+types/survey-link.ts'

/**
 * What a company says came of its meetings, by the link of a letter alone. `?r=` is the tap in the letter: it is kept, and the page opens without it, so
 * that reading it again says nothing.
 */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const services = context.get(servicesContext)
  const search = new URL(request.url).searchParams
  const { r } = tapSearch.parse(Object.fromEntries(search))
  if (r && request.method === 'GET' && (await tapWithLink(services, params.token, r)).ok)
    throw redirect(href('/enquete/:token', params), 303)
  const survey = await readSurvey(services, params.token)
  if (survey === null) return data({ state: 'unknown' as const }, { status: 404 })
  if (survey.state !== 'open') return data(survey, { status: 410 })
  return { ...survey, isSaved: search.has('ok') }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const services = context.get(servicesContext)
  const survey = await readSurvey(services, params.token)
  const typed = await typeForm(await request.formData(), surveyForm(survey?.language ?? 'fr'))
  if (!typed.ok) return refuseForm(typed.problem)
  const { version, ...answer } = typed.value
  const outcome = await answerWithLink(services, params.token, answer, version)
  return outcome.ok ? redirect(`${href('/enquete/:token', params)}?ok`) : refuseForm(typed.refuse(outcome.problem, ''))
}

export default function SurveyLink({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.state === 'unknown') return <Closed state="unknown" />
  const { language } = loaderData
  return (
    <LocaleProvider locale={language}>
      <div lang={language}>
        {loaderData.state === 'open' ? (
          <OpenPage survey={loaderData} isSaved={loaderData.isSaved} refusal={actionData} />
        ) : (
          <Closed state="expired" />
        )}
      </div>
    </LocaleProvider>
  )
}

function OpenPage({ survey, isSaved, refusal }: { survey: OpenedSurvey; isSaved: boolean; refusal: Refusal }) {
  const texts = useCatalogue(surveyTexts)
  const { page: words } = texts
  const locale = useLocale()
  const { answer } = survey
  return (
    <Page title={pick(survey.title, locale).text} lead={words.lead(survey.company, texts.after[survey.stage], survey.organisation)}>
      {isSaved && !refusal && (
        <Notice tone="success" title={words.saved}>
          {words.savedNote}
        </Notice>
      )}
      {!isSaved && !refusal && answer.followUp && !answer.isComplete && (
        <Notice tone="success" title={words.tapped(texts.followUps[answer.followUp])}>
          {words.tappedNote}
        </Notice>
      )}
      <p>
        {words.begin} {words.ends(formatDate(dateIn(survey.timeZone, survey.expiresAt), locale))}
      </p>
      <Form key={answer.version} values={refusal?.values} errors={surveyProblems(texts, refusal?.problems)}>
        <AnswerFields questions={survey.questions} answer={answer} />
        <Actions>
          <Button kind="main">{words.save}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

function Closed({ state }: { state: 'expired' | 'unknown' }) {
  const { page } = useCatalogue(surveyTexts)
  return <Page title={page.closedTitle} lead={page.closed[state]} />
}
