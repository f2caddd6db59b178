import { redirect } from 'react-router'
import { redirectWithFlash } from '#platform/web.ts'
import type { Route } from './+types/sign-out.ts'
import { askerOf, doorOf } from '../auth/door.ts'
import { signOut } from '../usecases/sign-in.ts'

export function loader() {
  return redirect('/')
}

/** Here, in the database, and at the identity provider when that is where the session came from. */
export async function action({ context, request }: Route.ActionArgs) {
  const { auth } = doorOf(context)
  const { cookies, providerUrl } = await signOut(auth, askerOf(context, request))
  const answer = redirectWithFlash(providerUrl ?? '/connexion', 'signedOut')
  for (const cookie of cookies.getSetCookie()) answer.headers.append('set-cookie', cookie)
  return answer
}
