import type { ClientBase } from 'pg'

/** How long technical traces are kept. They hold personal data, and nobody needs them for longer. */
export const keptFor = {
  requests: '24 hours',
  signInMail: '1 day',
  mail: '90 days',
  unconfirmedImport: '7 days',
  appliedImport: '90 days',
} as const

export async function forgetOldRequests(owner: ClientBase): Promise<void> {
  await owner.query(`delete from app.request_once where arrived_at < now() - $1::interval`, [keptFor.requests])
}

/** Mail of no organisation holds sign-in codes: it goes first. Mail still waiting is never forgotten. */
export async function forgetOldMail(owner: ClientBase): Promise<void> {
  await owner.query(
    `delete from app.mail where state <> 'queued' and queued_at < now() - (case when organisation_id is null then $1 else $2 end)::interval`,
    [keptFor.signInMail, keptFor.mail],
  )
}

export async function forgetOldImports(owner: ClientBase): Promise<void> {
  await owner.query(`delete from app.import_batch where created_at < now() - (case when state = 'applied' then $1 else $2 end)::interval`, [
    keptFor.appliedImport,
    keptFor.unconfirmedImport,
  ])
}
