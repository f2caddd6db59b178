import { type RouterContextProvider, createContext } from 'react-router'
import { servicesContext } from '#platform/web.ts'
import type { Services } from '#platform/context.ts'
import { type Auth, openAuth } from '../auth.ts'
import { networkHeader } from '../domain/client-network.ts'

/** What the pages of this module need beyond the visitor: the sign-in library, and where the request comes from. */
export type SignInDoor = { readonly auth: Auth; readonly network: string }

export const signInContext = createContext<SignInDoor | null>(null)

const opened = new WeakMap<Services, Auth>()

/** Without the server's word on the network every client shares one bucket: slower for all, open to nobody. */
export function doorOf(context: Readonly<RouterContextProvider>): SignInDoor {
  const given = context.get(signInContext)
  if (given) return given
  const services = context.get(servicesContext)
  const auth = opened.get(services) ?? openAuth(services)
  opened.set(services, auth)
  return { auth, network: 'unknown' }
}

/** The headers of a page's request as the library may see them. */
export function libraryHeaders(request: Request, network: string): Headers {
  const headers = new Headers({ [networkHeader]: network })
  for (const name of ['cookie', 'user-agent', 'origin']) {
    const value = request.headers.get(name)
    if (value) headers.set(name, value)
  }
  return headers
}
