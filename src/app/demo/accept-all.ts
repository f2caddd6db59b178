import { acceptInvitation, listReceivedInvitations } from '#modules/missions/index.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { As, PersonKey } from './people.ts'

/** Says yes to whatever the organisation of this person is invited to. */
export async function acceptAll(as: As, person: PersonKey): Promise<void> {
  await as(person, async (ctx) => {
    for (const { id } of await listReceivedInvitations(ctx.tx, ctx.now)) valueOf(await acceptInvitation(ctx, id))
    return { ok: true, value: null }
  })
}
