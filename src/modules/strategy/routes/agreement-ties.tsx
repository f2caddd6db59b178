import { href } from 'react-router'
import { read, readForm, redirectWithFlash, refuseForm, submit } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { tieForm } from '../schemas.ts'
import { strategyTexts } from '../texts.ts'
import { TieSection } from '../ui/tie-form.tsx'
import { readTies, tieObjectives } from '../usecases/tie-objectives.ts'
import type { Route } from './+types/agreement-ties.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, (ctx) => readTies(ctx, { agreement: params.agreementId }))
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const typed = await readForm(request, tieForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await submit(context, request, typed, 'strategy.tie-agreement', (ctx) =>
    tieObjectives(ctx, { agreement: params.agreementId }, typed.value.objectiveIds),
  )
  return outcome.ok ? redirectWithFlash(href('/accords/:agreementId', params), 'saved') : refuseForm(typed.refuse(outcome.problem, ''))
}

export default function AgreementTies({ loaderData, actionData }: Route.ComponentProps) {
  const { ties: words } = useCatalogue(strategyTexts)
  return <TieSection title={words.agreementTitle} {...loaderData} refusal={actionData} />
}
