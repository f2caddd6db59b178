import { type ActingAccount, listActingAccounts } from '#modules/identity/index.ts'
import type { Caller, Services } from '#platform/context.ts'
import { UsageError } from './usage-error.ts'

/** Whom a command was told to act as: `--as EMAIL`, `--for` the name or id of an organisation. */
export type Named = { readonly as: string | undefined; readonly organisation: string | undefined }

/**
 * Who a command acts as. Whoever runs commands owns the machine; what is done is done with that account's roles and in its name.
 * Where a single organisation works here, its officer needs no naming.
 * @throws UsageError that says whom to name
 */
export async function callerOf(services: Pick<Services, 'db'>, named: Named): Promise<Caller> {
  const candidates = await candidatesFor(services, named)
  const [only, ...others] = candidates
  if (!only) throw new UsageError('Nobody here may act for an organisation: open one first, on the first page')
  if (others.length > 0) throw new UsageError(askWho(candidates, named))
  return only.caller
}

export type Candidate = { readonly caller: Caller; readonly organisationName: string; readonly email: string }

/**
 * One account for each organisation a command may mean: the one that was named, or the first officer of each.
 * @throws UsageError when the account or the organisation that was named is not here
 */
export async function candidatesFor({ db }: Pick<Services, 'db'>, { as, organisation }: Named): Promise<Candidate[]> {
  const accounts = await listActingAccounts(db.authPool, as)
  if (as && accounts.length === 0) throw new UsageError(`${as} acts for no organisation here`)
  const wanted = accounts.filter(
    ({ organisationName, organisationId }) =>
      organisation === undefined || [organisationName, organisationId as string].includes(organisation),
  )
  if (accounts.length > 0 && wanted.length === 0)
    throw new UsageError(`${as ? `${as} does not act` : 'Nobody here acts'} for ${organisation}, but for: ${namesOf(accounts)}`)
  const byOrganisation = [...Map.groupBy(wanted, ({ organisationId }) => organisationId).values()]
  return byOrganisation.flatMap((colleagues) => {
    const chosen = colleagues.find(({ roles }) => roles.includes('officer')) ?? colleagues[0]
    if (!chosen) return []
    const { accountId, organisationId, organisationName, email } = chosen
    return [{ caller: { kind: 'account', accountId, organisationId } as const, organisationName, email }]
  })
}

/** The sentence that asks for what was not said. */
export function askWho(candidates: readonly Candidate[], { as }: Named): string {
  return as
    ? `${as} acts for several organisations; say which with --for: ${namesOf(candidates)}`
    : `Say who acts, with --as EMAIL, or for whom, with --for: ${namesOf(candidates)}`
}

function namesOf(accounts: readonly Pick<ActingAccount, 'organisationName'>[]): string {
  return [...new Set(accounts.map(({ organisationName }) => organisationName))].join(', ')
}
