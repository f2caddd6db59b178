import type { ClientBase } from 'pg'
import type { Services } from '#platform/context.ts'
import { forgetKnocks } from '../sql/applications.ts'
import { purgeOverdue } from '../sql/retention.ts'
import { sealPassportsAgain } from './tell-passport.ts'

/** Every night: what nobody needs any longer is erased by the dated rules, and what stays sealed is sealed with the first key. */
export async function forget({ now, sealingKeys }: Pick<Services, 'now' | 'sealingKeys'>, owner: ClientBase): Promise<void> {
  await forgetKnocks(owner, now())
  await purgeOverdue(owner, now())
  await sealPassportsAgain(sealingKeys, owner)
}
