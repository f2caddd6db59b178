import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Api, addRead, addWrite, localDateShape, localizedShape, localizedToJson, localizedUpTo } from '#platform/openapi.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { mandateDeciders } from '../domain/mission.ts'
import { loadMission } from '../sql/missions.ts'
import { loadMandate, loadNarrative } from '../sql/own-part.ts'
import { closeAccounts, recordMandate, reopenAccounts, writeNarrative } from '../usecases/write-own-part.ts'
import { params, tag } from './shapes.ts'

const mandate = z
  .object({
    decidedBy: z.enum(mandateDeciders),
    decidedOn: localDateShape,
    reference: z.string().trim().min(1, 'required').max(100, 'text_too_long'),
  })
  .openapi('Mandate', { description: 'The special mandate of one’s elected members (CGCT L2123-18, L3123-19, L4135-19).' })

const ownPart = z
  .object({
    // Not `.nullable()`, which the document would understand of every mandate.
    mandate: z.union([mandate, z.null()]),
    narrative: z.object({ body: localizedShape, version: z.int() }).openapi({ description: 'Version 0 while nothing was written.' }),
    accountsClosedOn: localDateShape.nullable(),
    ratifiedOn: localDateShape.nullable(),
  })
  .openapi('OwnPart', { description: 'What the organisation of the key keeps of a mission; the narrative is seen by nobody else.' })

export function addOwnPart(api: Api): void {
  const about = { tag, params, answer: ownPart } as const
  addRead(
    api,
    {
      ...about,
      path: '/missions/{missionId}/own-part',
      operationId: 'readOwnPart',
      summary: 'Mandate, narrative and accounts of one’s own',
    },
    (ctx, { params: { missionId } }) => readOwnPart(ctx, missionId),
  )
  addWrite(
    api,
    {
      ...about,
      method: 'put',
      path: '/missions/{missionId}/mandate',
      operationId: 'recordMandate',
      summary: 'Records when the special mandate of one’s elected members was voted',
      body: mandate,
      refusals: { mandate_in_the_future: 409 },
    },
    async (ctx, { params: { missionId }, body }) => ownPartAfter(ctx, missionId, await recordMandate(ctx, missionId, body)),
  )
  addWrite(
    api,
    {
      ...about,
      method: 'put',
      path: '/missions/{missionId}/narrative',
      operationId: 'writeNarrative',
      summary: 'Writes what the organisation will say of the mission in its own report',
      body: z
        .object({ version: z.int().openapi({ description: 'The version that was read, 0 at first.' }), body: localizedUpTo(20_000) })
        .openapi('NarrativeChange'),
      refusals: { stale_narrative: 409 },
    },
    async (ctx, { params: { missionId }, body: { version: seen, body } }) =>
      ownPartAfter(ctx, missionId, await writeNarrative(ctx, missionId, seen, body)),
  )
  addWrite(
    api,
    {
      ...about,
      method: 'post',
      path: '/missions/{missionId}/accounts/close',
      operationId: 'closeAccounts',
      summary: 'Closes one’s accounts of a mission that has returned: the ledger takes no new line',
      refusals: { not_returned_yet: 409, accounts_already_closed: 409 },
    },
    async (ctx, { params: { missionId } }) => ownPartAfter(ctx, missionId, await closeAccounts(ctx, missionId)),
  )
  addWrite(
    api,
    {
      ...about,
      method: 'post',
      path: '/missions/{missionId}/accounts/reopen',
      operationId: 'reopenAccounts',
      summary: 'Opens one’s accounts again, as long as no assembly has ratified them',
      refusals: { accounts_already_open: 409, already_ratified: 409 },
    },
    async (ctx, { params: { missionId } }) => ownPartAfter(ctx, missionId, await reopenAccounts(ctx, missionId)),
  )
}

async function readOwnPart({ tx, actor }: Ctx, missionId: string): Promise<z.input<typeof ownPart>> {
  const { partners } = found(await loadMission(tx, missionId))
  const own = partners.find((partner) => partner.organisationId === actor.organisationId)
  const narrative = await loadNarrative(tx, missionId)
  return {
    mandate: await loadMandate(tx, missionId, actor.organisationId),
    narrative: { body: localizedToJson(narrative?.body ?? {}), version: narrative?.version ?? 0 },
    accountsClosedOn: own?.accountsClosedOn ?? null,
    ratifiedOn: own?.ratifiedOn ?? null,
  }
}

async function ownPartAfter<Problem>(
  ctx: Ctx,
  missionId: string,
  outcome: Outcome<null, Problem>,
): Promise<Outcome<z.input<typeof ownPart>, Problem>> {
  return outcome.ok ? ok(await readOwnPart(ctx, missionId)) : outcome
}
