import { href, redirect } from 'react-router'
import type { Route } from './+types/sign-in-with-provider.ts'
import { askerOf, doorOf } from '../auth/door.ts'
import { nextPath } from '../domain/next-path.ts'
import { codeOf } from '../domain/problem-code.ts'
import { beginWithProvider } from '../usecases/sign-in.ts'

/**
 * Leaves for the identity provider. A link rather than a form: a form's whole chain of redirections would have to be named
 * in the content security policy, and ProConnect goes on to providers we cannot know.
 */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { auth } = doorOf(context)
  const next = nextPath(new URL(request.url).searchParams.get('next'))
  const begun = await beginWithProvider(auth, next, askerOf(context, request))
  if (!begun.ok) return redirect(`${href('/connexion')}?error=${codeOf(begun.problem)}&next=${encodeURIComponent(next)}`)
  return redirect(begun.value.url, { headers: begun.value.cookies })
}
