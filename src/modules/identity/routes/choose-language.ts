import { redirect } from 'react-router'
import { readForm, refuseForm, visitorContext } from '#platform/web.ts'
import type { Route } from './+types/choose-language.ts'
import { doorOf } from '../auth/door.ts'
import { nextPath } from '../domain/next-path.ts'
import { languageForm } from '../schemas.ts'
import * as sql from '../sql/accounts.ts'

const yearSeconds = 31_536_000

export function loader() {
  return redirect('/')
}

/** The language of the interface: kept by the account when there is one, and by the browser for the pages before sign-in. */
export async function action({ context, request }: Route.ActionArgs) {
  const { auth } = doorOf(context)
  const form = await readForm(request, languageForm)
  if (!form.ok) return refuseForm(form.problem)
  const { locale, next } = form.value
  const { account } = context.get(visitorContext)
  if (account) await sql.changeLocale(auth, account.id, locale)
  const secure = auth.publicUrl.startsWith('https:') ? '; Secure' : ''
  return redirect(nextPath(next), {
    headers: { 'set-cookie': `locale=${locale}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax; HttpOnly${secure}` },
  })
}
