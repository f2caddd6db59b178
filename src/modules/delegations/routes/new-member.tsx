import { href } from 'react-router'
import { allow, found } from '#platform/actor.ts'
import { read, readForm, redirectWithFlash, refuseForm, submit } from '#platform/web.ts'
import { loadMission } from '#modules/missions/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { mayChangeDelegation } from '../domain/rights.ts'
import { draftOf, fieldOfProblem, memberForm } from '../schemas.ts'
import { listRepresented } from '../sql.ts'
import { delegationTexts } from '../texts.ts'
import { MemberForm } from '../ui/member-form.tsx'
import { registerMember } from '../usecases/register-member.ts'
import type { Route } from './+types/new-member.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    allow(mayChangeDelegation(ctx.actor, mission.partners))
    return { represented: await listRepresented(ctx.tx, params.missionId), requestKey: crypto.randomUUID() }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const typed = await readForm(request, memberForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const outcome = await submit(context, request, typed, 'delegations.register', (ctx) =>
    registerMember(ctx, params.missionId, draftOf(typed.value)),
  )
  if (!outcome.ok) return refuseForm(typed.refuse(outcome.problem, fieldOfProblem))
  return redirectWithFlash(href('/missions/:missionId/delegation', params), 'saved')
}

export default function NewMember({ loaderData, actionData, params }: Route.ComponentProps) {
  const texts = useCatalogue(delegationTexts)
  return (
    <Section title={texts.form.newTitle}>
      <MemberForm missionId={params.missionId} {...loaderData} refusal={actionData} />
    </Section>
  )
}
