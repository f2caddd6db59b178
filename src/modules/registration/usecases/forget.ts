import type { ClientBase } from 'pg'
import type { Instant } from '#platform/pure/instant.ts'
import { forgetBegun, forgetKnocks } from '../sql/applications.ts'
import { purgeNeeds } from '../sql/needs.ts'

/** Days an application that was begun and never verified is kept: nobody reads it, and it holds a name and an address. */
export const begunDays = 30

/** Every night: what nobody needs any longer. */
export async function forget(owner: ClientBase, now: Instant): Promise<void> {
  await forgetKnocks(owner, now)
  await forgetBegun(owner, now, begunDays)
  await purgeNeeds(owner, now)
}
