import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { answerForm } from '#platform/form-answers.ts'
import { refused } from '#platform/pure/outcome.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { mayChangeMission } from '../domain/rights.ts'
import { draftOf, fieldOfProblem, legLines, missionForm } from '../schemas.ts'
import { loadMission } from '../sql/missions.ts'
import { missionTexts } from '../texts.ts'
import { MissionConflict } from '../ui/edit-conflict.tsx'
import { MissionForm } from '../ui/mission-form.tsx'
import { changeMission } from '../usecases/change-mission.ts'
import { missionChoices } from '../usecases/list-choices.ts'
import { readLegs } from '../usecases/read-legs.ts'
import type { Route } from './+types/edit-mission.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    allow(mayChangeMission(ctx.actor, mission.partners))
    return { mission, ...(await missionChoices(ctx.tx, ctx.actor.locale)), requestKey: crypto.randomUUID() }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'missions.change',
    missionForm,
    async (ctx, typed, form) => {
      const legs = await readLegs(ctx.tx, legLines(form))
      if (!legs.ok) return refused({ fields: legs.problem })
      return changeMission(ctx, params.missionId, typed.version ?? 0, draftOf(typed, legs.value))
    },
    { to: href('/missions/:missionId', params), field: fieldOfProblem },
  )
}

export default function EditMission({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(missionTexts)
  const saved = actionData?.saved
  return (
    <Section title={texts.form.editTitle} titlePlace="above">
      {saved && <MissionConflict saved={saved} values={actionData.values} countries={loaderData.countries} />}
      <MissionForm {...loaderData} mission={saved ?? loaderData.mission} refusal={actionData} />
    </Section>
  )
}
