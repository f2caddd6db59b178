import { asId } from '#platform/pure/ids.ts'
import type { Databases } from '#platform/db.ts'
import { violatedConstraint } from '#platform/db.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type PasswordProblem, checkPassword } from '#platform/pure/password.ts'
import type { Auth } from '../auth.ts'
import { callLibrary } from '../auth/call.ts'
import * as accounts from '../sql/accounts.ts'
import * as workspace from '../sql/workspace.ts'
import { createAccount } from './create-account.ts'
import { type Founding, parametersOf } from './found-organisation.ts'
import { randomUUID } from 'node:crypto'

export type FirstRun = {
  readonly person: { readonly name: string; readonly email: string; readonly password: string; readonly locale: Locale }
  readonly organisation: Omit<Founding, 'organisationId' | 'administratorId'>
}

type AlreadyFounded = { readonly code: 'the_first_organisation_is_founded_once' }

/**
 * The first person and the first organisation of an empty instance; the person is signed in as its administrator.
 * The database lets it happen once, however many people fill in the page at the same time.
 * @refuses the_first_organisation_is_founded_once, and the problems of a weak password
 */
export async function foundFirst(
  auth: Auth,
  db: Databases,
  { person, organisation }: FirstRun,
  headers: Headers,
): Promise<Outcome<{ readonly cookies: Headers }, AlreadyFounded | PasswordProblem>> {
  if (!(await workspace.isEmpty(db))) return refused({ code: 'the_first_organisation_is_founded_once' })
  const strong = checkPassword(person.password, [person.email, person.name])
  if (!strong.ok) return strong
  const accountId = await createAccount(auth.pool, person).catch((error: unknown) => {
    if (violatedConstraint(error) === 'user_email_key') return null
    throw error
  })
  if (!accountId) return refused({ code: 'the_first_organisation_is_founded_once' })
  try {
    await workspace.foundFirst(db, parametersOf({ ...organisation, organisationId: asId(randomUUID()), administratorId: accountId }))
  } catch (error) {
    await accounts.deleteAccount(auth, accountId)
    if (violatedConstraint(error) === 'the_first_organisation_is_founded_once')
      return refused({ code: 'the_first_organisation_is_founded_once' })
    throw error
  }
  await auth.api.replacePassword({ body: { accountId, password: person.password.normalize('NFC') } })
  const { cookies } = await callLibrary(auth.api.openSession({ body: { accountId, openedBy: 'firstRun' }, headers, asResponse: true }))
  return ok({ cookies })
}
