import { sql } from 'kysely'
import type { AccountId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'

/** Someone of the acting organisation who has work under way, colleague still or gone. */
export type Holder = { readonly accountId: AccountId; readonly name: string; readonly taskCount: number; readonly invitationCount: number }

/** Who of the acting organisation owes open tasks in person, or sent invitations that wait for an answer. */
export async function listHolders(tx: Tx): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    with held as (
      select owner_account_id as account_id, owner_name as name, 1 as task, 0 as invitation
        from missions.task where state = 'open' and owner_organisation_id = app.actor_organisation() and owner_account_id is not null
      union all
      select invited_by, null, 0, 1
        from missions.partner_invitation where state = 'open' and organisation_id = app.actor_organisation() and invited_by is not null
    )
    select account_id, coalesce(max(name), '') as name, sum(task)::int as task_count, sum(invitation)::int as invitation_count
      from held group by account_id order by 2, 1`.execute(tx)
  return rows
}

/** Open tasks of one person pass to another. How many. */
export async function passTasks(tx: Tx, from: AccountId, to: { readonly accountId: AccountId; readonly name: string }): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('missions.task')
    .set({ ownerAccountId: to.accountId, ownerName: to.name })
    .where('ownerAccountId', '=', from)
    .where('state', '=', 'open')
    .where(sql<boolean>`owner_organisation_id = app.actor_organisation()`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Invitations that wait: their answers are told to another from now on. How many. */
export async function passInvitations(tx: Tx, from: AccountId, to: AccountId): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('missions.partnerInvitation')
    .set({ invitedBy: to })
    .where('invitedBy', '=', from)
    .where('state', '=', 'open')
    .where(sql<boolean>`organisation_id = app.actor_organisation()`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
