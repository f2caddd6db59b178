import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { mayKeepStrategy } from '../domain/rights.ts'
import { factsOf, planForm } from '../schemas.ts'
import { loadPlan } from '../sql/plans.ts'
import { strategyTexts } from '../texts.ts'
import { PlanConflict } from '../ui/plan-conflict.tsx'
import { PlanForm } from '../ui/plan-form.tsx'
import { changePlan } from '../usecases/write-plan.ts'
import type { Route } from './+types/edit-strategy.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const plan = found(await loadPlan(ctx.tx, params.planId))
    allow(mayKeepStrategy(ctx.actor))
    return { plan, requestKey: crypto.randomUUID() }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'strategy.change',
    planForm,
    (ctx, typed) => changePlan(ctx, params.planId, typed.version ?? 0, factsOf(typed)),
    { to: href('/strategie/:planId', params), field: fieldOf },
  )
}

function fieldOf({ code }: { readonly code: string }): string {
  if (code === 'stale_edit') return ''
  return code === 'beyond_the_limit_is_justified' ? 'destinationLimit' : 'toYear'
}

export default function EditStrategy({ loaderData: { plan, requestKey }, actionData }: Route.ComponentProps) {
  const { form } = useCatalogue(strategyTexts)
  const saved = actionData?.saved
  return (
    <Section title={form.change}>
      {saved && <PlanConflict saved={saved} values={actionData.values} />}
      <PlanForm plan={saved ?? plan} refusal={actionData} requestKey={requestKey} />
    </Section>
  )
}
