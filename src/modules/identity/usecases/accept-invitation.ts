import type { AccountId, OrganisationId } from '#platform/actor.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Auth } from '../auth.ts'
import { callLibrary } from '../auth/call.ts'
import type { OpenedInvitation } from '../domain/invitation-link.ts'
import { tokenDigest } from '../domain/token.ts'
import * as sql from '../sql/invitations.ts'
import { createAccount } from './create-account.ts'
import { violatedConstraint } from '#platform/db.ts'

export type InvitationProblem = { readonly code: 'invitation_closed' | 'invitation_for_another' | 'account_exists' }

/** What the link says to whoever holds it; null when there is no such invitation. Looking changes nothing: mail scanners follow links. */
export function readInvitation(auth: Auth, token: string): Promise<OpenedInvitation | null> {
  return sql.openInvitation(auth, tokenDigest(token))
}

/** Joins with the account in use, when it has the invited address. @refuses invitation_closed, invitation_for_another */
export async function joinWithAccount(
  auth: Auth,
  token: string,
  account: { readonly id: AccountId; readonly email: string },
): Promise<Outcome<OrganisationId, InvitationProblem>> {
  const invitation = await readInvitation(auth, token)
  if (invitation?.state !== 'open') return refused({ code: 'invitation_closed' })
  if (invitation.email !== account.email) return refused({ code: 'invitation_for_another' })
  const organisationId = await sql.acceptInvitation(auth.pool, tokenDigest(token), account.id)
  return organisationId ? ok(organisationId) : refused({ code: 'invitation_closed' })
}

/**
 * Makes the invited person's account and joins, both or neither, then opens a session. The link proves the mailbox,
 * hence no code. An address that has an account already must sign in instead: the link alone never opens an existing account.
 * @refuses invitation_closed, account_exists
 */
export async function joinAsNewcomer(
  auth: Auth,
  token: string,
  person: { readonly name: string; readonly locale: Locale },
  headers: Headers,
): Promise<Outcome<{ readonly cookies: Headers }, InvitationProblem>> {
  const invitation = await readInvitation(auth, token)
  if (invitation?.state !== 'open') return refused({ code: 'invitation_closed' })
  if (invitation.accountId) return refused({ code: 'account_exists' })
  const accountId = await createMember(auth, token, { ...person, email: invitation.email })
  if (!accountId.ok) return accountId
  const { cookies } = await callLibrary(
    auth.api.openSession({ body: { accountId: accountId.value, openedBy: 'invitation' }, headers, asResponse: true }),
  )
  return ok({ cookies })
}

async function createMember(
  auth: Auth,
  token: string,
  person: { readonly name: string; readonly email: string; readonly locale: Locale },
): Promise<Outcome<AccountId, InvitationProblem>> {
  const client = await auth.pool.connect()
  try {
    await client.query('begin')
    const accountId = await createAccount(client, person)
    const organisationId = await sql.acceptInvitation(client, tokenDigest(token), accountId)
    await client.query(organisationId ? 'commit' : 'rollback')
    return organisationId ? ok(accountId) : refused({ code: 'invitation_closed' })
  } catch (error) {
    await client.query('rollback')
    if (violatedConstraint(error) === 'user_email_key') return refused({ code: 'account_exists' })
    throw error
  } finally {
    client.release()
  }
}
