import { href, redirect } from 'react-router'
import { redirectWithFlash } from '#platform/web.ts'
import type { Route } from './+types/sign-out.ts'
import { farewellCookie } from '../auth/small-cookies.ts'
import { askerOf, doorOf } from '../auth/door.ts'
import { signOut } from '../usecases/sign-in.ts'
import { readCookies, sessionToken } from '../visitor.ts'

export function loader() {
  return redirect('/')
}

/**
 * Ends the session here. Ending it at the identity provider is then offered as a link rather than done by this form, whose
 * redirections the content security policy would have to foresee.
 */
export async function action({ context, request }: Route.ActionArgs) {
  const { auth } = doorOf(context)
  const token = sessionToken(readCookies(request.headers.get('cookie')), auth)
  const { cookies, providerUrl } = await signOut(auth, token, askerOf(context, request))
  const answer = redirectWithFlash(href('/connexion'), 'signedOut')
  for (const cookie of cookies.getSetCookie()) answer.headers.append('set-cookie', cookie)
  if (providerUrl) answer.headers.append('set-cookie', await farewellCookie(auth).serialize(providerUrl))
  return answer
}
