import { href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Page } from '#ui/page.tsx'
import { mayKeepStrategy } from '../domain/rights.ts'
import { factsOf, planForm } from '../schemas.ts'
import { strategyTexts } from '../texts.ts'
import { PlanForm } from '../ui/plan-form.tsx'
import { openPlan } from '../usecases/write-plan.ts'
import type { Route } from './+types/new-strategy.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    allow(mayKeepStrategy(ctx.actor))
    return { requestKey: crypto.randomUUID() }
  })
}

export function action({ context, request }: Route.ActionArgs) {
  return answerForm(context, request, 'strategy.open', planForm, (ctx, typed) => openPlan(ctx, factsOf(typed)), {
    to: (made) => href('/strategie/:planId/objectifs', { planId: made }),
    flash: 'created',
    field: 'toYear',
  })
}

export default function NewStrategy({ loaderData: { requestKey }, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(strategyTexts)
  return (
    <Page title={texts.newPlan} breadcrumbs={[{ to: href('/strategie'), label: texts.title }]}>
      <PlanForm refusal={actionData} requestKey={requestKey} />
    </Page>
  )
}
