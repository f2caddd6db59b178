import { href } from 'react-router'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { type Review, reviewParts } from '../domain/review.ts'
import { mayChangePlan } from '../domain/rights.ts'
import { reviewForm, reviewOf } from '../schemas.ts'
import { problemTexts, strategyTexts } from '../texts.ts'
import { reviewTexts } from '../texts/review-texts.ts'
import { CoverageTable } from '../ui/coverage-table.tsx'
import { WorksTable } from '../ui/works-table.tsx'
import { readReview, writeReview } from '../usecases/write-review.ts'
import type { Route } from './+types/review.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const shown = await readReview(ctx, params.planId, Number(params.year))
    return { ...shown, mayKeep: mayChangePlan(ctx.actor, shown.plan), requestKey: crypto.randomUUID() }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'strategy.write-review',
    reviewForm,
    (ctx, typed) => writeReview(ctx, params.planId, reviewOf(typed, Number(params.year))),
    { to: href('/strategie/:planId/revues/:year', params) },
  )
}

/** The figures of a year, what is said around them, and the document that leaves. */
export default function ReviewPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { plan, coverage, review, mayKeep, requestKey } = loaderData
  const texts = useCatalogue(strategyTexts)
  const words = useCatalogue(reviewTexts)
  const fileOf = (format: string) => href('/strategie/:planId/revues/:year/:format', { ...params, format })
  return (
    <>
      <Section
        title={words.title(review.year)}
        action={
          <Actions>
            <ButtonLink to={fileOf('pdf')} download>
              {words.pdf}
            </ButtonLink>
            <ButtonLink to={fileOf('docx')} download>
              {words.docx}
            </ButtonLink>
          </Actions>
        }
      >
        {review.version === 0 && (
          <Notice>
            <p>{words.draft}</p>
          </Notice>
        )}
        {!mayKeep && reviewParts.map((part) => <LocalizedText key={part} content={review[part]} />)}
      </Section>
      <Section title={words.figures} note={texts.coverage.legend} titlePlace="above">
        <CoverageTable
          caption={texts.coverage.byDestination}
          header={texts.coverage.destination}
          plan={plan}
          lines={coverage.destinations}
          total={coverage.total}
        />
        <CoverageTable caption={texts.coverage.byObjective} header={texts.coverage.objective} plan={plan} lines={coverage.objectives} />
      </Section>
      {coverage.untied.length > 0 && (
        <Section title={words.untied} note={texts.overview.untiedNote} titlePlace="above">
          <WorksTable works={coverage.untied} caption={texts.overview.untiedCaption} leadsTo="ties" />
        </Section>
      )}
      {mayKeep && (
        <Section title={words.write} note={words.writeNote} onPaper={false}>
          <Form
            requestKey={requestKey}
            version={review.version}
            values={actionData?.values}
            errors={problemTexts(texts, actionData?.problems)}
          >
            <ReviewFields review={review} />
            <Actions>
              <Button kind="main">{words.save}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}

function ReviewFields({ review }: { review: Review }) {
  const words = useCatalogue(reviewTexts)
  return reviewParts.map((part) => (
    <Fieldset key={part} legend={words.parts[part]} hint={words.partHint}>
      <TextArea name={`${part}Fr`} label={words.inFrench(words.parts[part])} rows={5} lang="fr" defaultValue={review[part].fr} />
      <TextArea name={`${part}En`} label={words.inEnglish(words.parts[part])} rows={5} lang="en" defaultValue={review[part].en} />
    </Fieldset>
  ))
}
