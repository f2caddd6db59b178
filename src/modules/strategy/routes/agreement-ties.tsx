import { href } from 'react-router'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { tieForm } from '../schemas.ts'
import { strategyTexts } from '../texts.ts'
import { TieSection } from '../ui/tie-form.tsx'
import { readTies, tieObjectives } from '../usecases/tie-objectives.ts'
import type { Route } from './+types/agreement-ties.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, (ctx) => readTies(ctx, { agreement: params.agreementId }))
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'strategy.tie-agreement',
    tieForm,
    (ctx, { objectiveIds }) => tieObjectives(ctx, { agreement: params.agreementId }, objectiveIds),
    { to: href('/accords/:agreementId', params) },
  )
}

export default function AgreementTies({ loaderData, actionData }: Route.ComponentProps) {
  const { ties: words } = useCatalogue(strategyTexts)
  return <TieSection title={words.agreementTitle} {...loaderData} refusal={actionData} />
}
