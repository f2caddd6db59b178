import type { AccountId, OrganisationId } from '#platform/actor.ts'
import type { Deputyship } from '#platform/web.ts'
import type { Auth } from '../auth.ts'
import type { SessionDoor } from '../domain/credentials.ts'

type AuthPool = Pick<Auth, 'pool'>

/** How a session was opened, or null when it is no more. */
export async function sessionDoor({ pool }: AuthPool, token: string): Promise<SessionDoor | null> {
  const { rows } = await pool.query<{ openedBy: SessionDoor | null }>('select "openedBy" from auth.session where token = $1', [token])
  return rows[0]?.openedBy ?? null
}

/** Remembers for the rest of the session which organisation it acts for, in its own name. */
export async function chooseOrganisation({ pool }: AuthPool, token: string, organisationId: OrganisationId): Promise<void> {
  await pool.query('update auth.session set "organisationId" = $2, "deputyshipId" = null where token = $1', [token, organisationId])
}

/** The same, in the name of somebody else. */
export async function chooseDeputyship(
  { pool }: AuthPool,
  token: string,
  chosen: Pick<Deputyship, 'organisationId' | 'deputyshipId'>,
): Promise<void> {
  await pool.query('update auth.session set "organisationId" = $2, "deputyshipId" = $3 where token = $1', [
    token,
    chosen.organisationId,
    chosen.deputyshipId,
  ])
}

export async function endSession({ pool }: AuthPool, accountId: AccountId, sessionId: string): Promise<void> {
  await pool.query('delete from auth.session where "userId" = $1 and id::text = $2', [accountId, sessionId])
}

export async function endOtherSessions({ pool }: AuthPool, accountId: AccountId, token: string): Promise<void> {
  await pool.query('delete from auth.session where "userId" = $1 and token <> $2', [accountId, token])
}
