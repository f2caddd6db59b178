import { href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { answerForm } from '#platform/form-answers.ts'
import { refused } from '#platform/pure/outcome.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Page } from '#ui/page.tsx'
import { mayCreateMission } from '../domain/rights.ts'
import { draftOf, fieldOfProblem, legLines, missionForm } from '../schemas.ts'
import { missionTexts } from '../texts.ts'
import { MissionForm } from '../ui/mission-form.tsx'
import { createMission } from '../usecases/create-mission.ts'
import { missionChoices } from '../usecases/list-choices.ts'
import { readLegs } from '../usecases/read-legs.ts'
import type { Route } from './+types/new-mission.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    allow(mayCreateMission(ctx.actor))
    return { ...(await missionChoices(ctx.tx, ctx.actor.locale)), requestKey: crypto.randomUUID() }
  })
}

export function action({ context, request }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'missions.create',
    missionForm,
    async (ctx, typed, form) => {
      const legs = await readLegs(ctx.tx, legLines(form))
      return legs.ok ? createMission(ctx, draftOf(typed, legs.value)) : refused({ fields: legs.problem })
    },
    { to: (missionId) => href('/missions/:missionId', { missionId }), flash: 'created', field: fieldOfProblem },
  )
}

export default function NewMission({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(missionTexts)
  return (
    <Page title={texts.form.newTitle} lead={texts.form.newLead} breadcrumbs={[{ to: href('/missions'), label: texts.title }]}>
      <MissionForm {...loaderData} refusal={actionData} />
    </Page>
  )
}
