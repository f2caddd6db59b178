import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { read, readForm, redirectWithFlash, refuseForm, submit } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import type { Mission } from '../domain/mission.ts'
import { mayChangeMission } from '../domain/rights.ts'
import { draftOf, fieldOfProblem, legLines, missionForm } from '../schemas.ts'
import { loadMission } from '../sql/missions.ts'
import { missionTexts } from '../texts.ts'
import { EditConflict } from '../ui/edit-conflict.tsx'
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

export async function action({ context, request, params }: Route.ActionArgs) {
  const typed = await readForm(request, missionForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await submit(context, request, typed, 'missions.change', async (ctx) => {
    const legs = await readLegs(ctx.tx, legLines(typed.form))
    if (!legs.ok) return { ok: false, problem: { fields: legs.problem } }
    return changeMission(ctx, params.missionId, typed.value.version ?? 0, draftOf(typed.value, legs.value))
  })
  if (outcome.ok) return redirectWithFlash(href('/missions/:missionId', params), 'saved')
  const saved = 'saved' in outcome.problem ? outcome.problem.saved : undefined
  return refuseForm<Mission>({ ...typed.refuse(outcome.problem, fieldOfProblem), saved })
}

export default function EditMission({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(missionTexts)
  const saved = actionData?.saved
  return (
    <Section title={texts.form.editTitle} titlePlace="above">
      {saved && <EditConflict saved={saved} values={actionData.values} />}
      <MissionForm {...loaderData} mission={saved ?? loaderData.mission} refusal={actionData} />
    </Section>
  )
}
