import { href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { read, readForm, redirectWithFlash, refuseForm, submit } from '#platform/web.ts'
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

export async function action({ context, request }: Route.ActionArgs) {
  const typed = await readForm(request, planForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await submit(context, request, typed, 'strategy.open', (ctx) => openPlan(ctx, factsOf(typed.value)))
  if (!outcome.ok) return refuseForm(typed.refuse(outcome.problem, 'toYear'))
  return redirectWithFlash(href('/strategie/:planId/objectifs', { planId: outcome.value }), 'created')
}

export default function NewStrategy({ loaderData: { requestKey }, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(strategyTexts)
  return (
    <Page title={texts.newPlan} breadcrumbs={[{ to: href('/strategie'), label: texts.title }]}>
      <PlanForm refusal={actionData} requestKey={requestKey} />
    </Page>
  )
}
