import { href } from 'react-router'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { tieForm } from '../schemas.ts'
import { strategyTexts } from '../texts.ts'
import { TieSection } from '../ui/tie-form.tsx'
import { readTies, tieObjectives } from '../usecases/tie-objectives.ts'
import type { Route } from './+types/mission-ties.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, (ctx) => readTies(ctx, { mission: params.missionId }))
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'strategy.tie-mission',
    tieForm,
    (ctx, { objectiveIds }) => tieObjectives(ctx, { mission: params.missionId }, objectiveIds),
    { to: href('/missions/:missionId', params) },
  )
}

export default function MissionTies({ loaderData, actionData }: Route.ComponentProps) {
  const { ties: words } = useCatalogue(strategyTexts)
  return <TieSection title={words.title} {...loaderData} refusal={actionData} />
}
