import { listActingAccounts } from '#modules/identity/index.ts'
import type { Caller, Services } from '#platform/context.ts'
import { UsageError } from './command.ts'

/**
 * Who a command acts as: the account of `email`, for the organisation of this name or id. Whoever runs commands owns the machine;
 * what is done is done with that account's roles and in its name.
 * @throws UsageError that says whom to name
 */
export async function callerOf({ db }: Pick<Services, 'db'>, email: string | undefined, organisation: string | undefined): Promise<Caller> {
  if (!email) throw new UsageError('Say who acts: --as EMAIL')
  const memberships = await listActingAccounts(db.authPool, email)
  if (memberships.length === 0) throw new UsageError(`${email} acts for no organisation here`)
  const names = memberships.map(({ organisationName }) => organisationName).join(', ')
  const [only, ...others] = memberships.filter(
    ({ organisationName, organisationId }) =>
      organisation === undefined || organisation === organisationName || organisation === organisationId,
  )
  if (!only) throw new UsageError(`${email} does not act for ${organisation}, but for: ${names}`)
  if (others.length > 0) throw new UsageError(`${email} acts for several organisations; say which with --for: ${names}`)
  return { kind: 'account', accountId: only.accountId, organisationId: only.organisationId }
}
