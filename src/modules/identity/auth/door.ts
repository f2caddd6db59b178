import { type RouterContextProvider, createContext, redirect } from 'react-router'
import { servicesContext, visitorContext } from '#platform/web.ts'
import type { Services } from '#platform/context.ts'
import { type Auth, openAuth } from '../auth.ts'
import { networkHeader } from '../domain/client-network.ts'
import type { Owner } from '../usecases/own-account.ts'
import type { Asker } from '../usecases/sign-in.ts'
import { readCookies, sessionToken } from '../visitor.ts'

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

export function askerOf(context: Readonly<RouterContextProvider>, request: Request): Asker {
  const { network } = doorOf(context)
  return { headers: libraryHeaders(request, network), network }
}

/** The account in use and the token of its session, or the way to the sign-in page and back. */
export function ownerOf(context: Readonly<RouterContextProvider>, request: Request): { readonly owner: Owner; readonly token: string } {
  const { account } = context.get(visitorContext)
  const token = sessionToken(readCookies(request.headers.get('cookie')), doorOf(context).auth)
  if (account && token) return { owner: account, token }
  throw redirect(`/connexion?next=${encodeURIComponent(new URL(request.url).pathname)}`)
}
