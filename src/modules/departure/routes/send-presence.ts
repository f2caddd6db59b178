import { href, redirect } from 'react-router'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { submit, typeForm } from '#platform/web.ts'
import { checkInForm, undoForm } from '../schemas.ts'
import { checkIn, undoCheckIn } from '../usecases/check-in.ts'
import type { Route } from './+types/send-presence.ts'

type Answer = Outcome<{ readonly memberId: string }, { readonly code: string }>

export function loader({ params }: Route.LoaderArgs) {
  return redirect(href('/missions/:missionId/depart/pointage/:itemId', params))
}

/** Where a device sends what was noted at a door, at once or later: 200 with whose presence it is, 422 with the reason. */
export async function action({ context, request, params: { missionId, itemId } }: Route.ActionArgs) {
  const form = await request.formData()
  const typed = form.has('undo') ? await typeForm(form, undoForm) : await typeForm(form, checkInForm)
  if (!typed.ok) return refusal(Object.values(typed.problem.problems)[0] ?? 'unknown')
  const said = typed.value
  const outcome = await submit(context, request, typed, 'departure.send-presence', async (ctx): Promise<Answer> => {
    if (!('undo' in said)) return checkIn(ctx, missionId, itemId, said)
    const undone = await undoCheckIn(ctx, missionId, itemId, said.undo)
    return undone.ok ? ok({ memberId: said.undo }) : undone
  })
  return outcome.ok ? Response.json({ memberId: outcome.value.memberId }) : refusal(outcome.problem.code)
}

function refusal(code: string): Response {
  return Response.json({ code }, { status: 422 })
}
