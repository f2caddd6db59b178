import { violatedConstraint } from '#platform/db.ts'
import type { AccountId, OrganisationId } from '#platform/actor.ts'
import type { WebContext } from '#platform/web.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { callLibrary } from '../auth/call.ts'
import { askerOf, doorOf, ownerOf } from '../auth/door.ts'
import { deleteAccount } from '../sql/accounts.ts'
import { chooseOrganisation } from '../sql/sessions.ts'
import { type NewAccount, createAccount } from './create-account.ts'

/**
 * For a link that another module sent by mail: makes the account of the person who holds it, lets that module do what the link is
 * for, and opens a session. The link proves the mailbox, hence no code; when the module says no, no account stays behind.
 * @param join what the link is for; false when it is too late
 * @refuses account_exists, link_closed
 */
export async function welcomeNewcomer(
  context: WebContext,
  request: Request,
  person: NewAccount,
  join: (accountId: AccountId) => Promise<boolean>,
): Promise<Outcome<{ readonly cookies: Headers }, { readonly code: 'account_exists' | 'link_closed' }>> {
  const { auth } = doorOf(context)
  const accountId = await createAccount(auth.pool, person).catch((error: unknown) => {
    if (violatedConstraint(error) === 'user_email_key') return null
    throw error
  })
  if (!accountId) return refused({ code: 'account_exists' })
  const hasJoined = await join(accountId).catch(async (error: unknown) => {
    await deleteAccount(auth, accountId)
    throw error
  })
  if (!hasJoined) {
    await deleteAccount(auth, accountId)
    return refused({ code: 'link_closed' })
  }
  const { headers } = askerOf(context, request)
  const { cookies } = await callLibrary(auth.api.openSession({ body: { accountId, openedBy: 'invitation' }, headers, asResponse: true }))
  return ok({ cookies })
}

/** From now on the session acts for this organisation, of which its account has just become a member. */
export async function actFor(context: WebContext, request: Request, organisationId: OrganisationId): Promise<void> {
  const { token } = ownerOf(context, request)
  await chooseOrganisation(doorOf(context).auth, token, organisationId)
}
