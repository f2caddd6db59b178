import { type RouterContextProvider, createContext, redirect } from 'react-router'
import { visitorContext } from '#platform/web.ts'
import type { Auth } from '../auth.ts'
import { networkHeader } from '../domain/client-network.ts'
import type { Owner } from '../usecases/own-account.ts'
import type { Asker } from '../usecases/sign-in.ts'
import { readCookies, sessionToken } from '../visitor.ts'

/** What the pages of this module need beyond the visitor: the sign-in library, and where the request comes from. */
export type SignInDoor = { readonly auth: Auth; readonly network: string }

/** Given by the server with every page. */
export const signInContext = createContext<SignInDoor>()

export function doorOf(context: Readonly<RouterContextProvider>): SignInDoor {
  return context.get(signInContext)
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
