import { href, redirect } from 'react-router'
import type { Route } from './+types/send-said.ts'
import { takeSaid } from './take-said.ts'

export function loader({ params }: Route.LoaderArgs) {
  return redirect(href('/missions/:missionId/rendez-vous/:eventId/accueil', params))
}

/** Where a device sends what was done at its desk, at once or later: 200 with what became of it, 422 with the reason. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const outcome = await takeSaid(context, request, params)
  return outcome.ok ? Response.json(outcome.value) : Response.json({ code: outcome.problem.code }, { status: 422 })
}
