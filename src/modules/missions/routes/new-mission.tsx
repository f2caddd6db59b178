import { href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { read, readForm, redirectWithFlash, refuseForm, submit } from '#platform/web.ts'
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

export async function action({ context, request }: Route.ActionArgs) {
  const typed = await readForm(request, missionForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await submit(context, request, typed, 'missions.create', async (ctx) => {
    const legs = await readLegs(ctx.tx, legLines(typed.form))
    if (!legs.ok) return { ok: false, problem: { fields: legs.problem } }
    return createMission(ctx, draftOf(typed.value, legs.value))
  })
  if (!outcome.ok) return refuseForm(typed.refuse(outcome.problem, fieldOfProblem))
  return redirectWithFlash(href('/missions/:missionId', { missionId: outcome.value }), 'created')
}

export default function NewMission({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(missionTexts)
  return (
    <Page title={texts.form.newTitle} lead={texts.form.newLead} breadcrumbs={[{ to: href('/missions'), label: texts.title }]}>
      <MissionForm {...loaderData} refusal={actionData} />
    </Page>
  )
}
