import { href, redirect } from 'react-router'
import { servicesContext } from '#platform/web.ts'
import type { Route } from './+types/send-entry.ts'
import { deviceSecret, farewellHeaders } from './device-cookie.ts'
import { takeEntry } from './read-entry.ts'

export function loader() {
  return redirect(href('/poche'))
}

/** Where a device sends what was written on it, at once or later: 200 with what became of it, 401 when the pocket is closed, 422 with the reason. */
export async function action({ context, request }: Route.ActionArgs) {
  const services = context.get(servicesContext)
  const outcome = await takeEntry(services, await deviceSecret(services, request), await request.formData())
  if (outcome.ok) return Response.json(outcome.value)
  const isClosed = outcome.problem.code === 'pocket_closed'
  return Response.json(outcome.problem, { status: isClosed ? 401 : 422, ...(isClosed ? { headers: await farewellHeaders(services) } : {}) })
}
