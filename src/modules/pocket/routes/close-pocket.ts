import { href, redirect } from 'react-router'
import { servicesContext } from '#platform/web.ts'
import { closePocket } from '../usecases/open-pocket.ts'
import type { Route } from './+types/close-pocket.ts'
import { deviceSecret, farewellHeaders } from './device-cookie.ts'

export function loader() {
  return redirect(href('/poche'))
}

/** Ends this device, and has the browser forget all it kept. */
export async function action({ context, request }: Route.ActionArgs) {
  const services = context.get(servicesContext)
  const secret = await deviceSecret(services, request)
  if (secret) await closePocket(services, secret)
  return redirect(`${href('/poche')}?ferme`, { headers: await farewellHeaders(services) })
}
