import { data } from 'react-router'
import { servicesContext } from '#platform/web.ts'
import { readDocument } from '../usecases/read-document.ts'
import type { Route } from './+types/document.ts'
import { deviceSecret } from './device-cookie.ts'

/** A document of the pocket. Browsers keep no copy of their own: what stays on the device is what the service worker keeps, and erases. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const services = context.get(servicesContext)
  const secret = await deviceSecret(services, request)
  const document = secret ? await readDocument(services, secret, params.documentId) : null
  if (!document) throw data(null, { status: 404 })
  return new Response(document.stream, { headers: { ...document.headers, 'cache-control': 'no-store' } })
}
