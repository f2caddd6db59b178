import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type FileId, fileLink, loadFile } from '#platform/files.ts'
import { loadMission } from '#modules/missions/index.ts'
import { mayAnswerReceipts, mayRunPockets } from '../domain/rights.ts'
import * as sql from '../sql/senders.ts'

/** What an organisation sees of the pockets of its members: nothing of their notes, and no secret. */
export async function readDesk(ctx: Ctx, missionId: string) {
  const mission = found(await loadMission(ctx.tx, missionId))
  const receipts = await sql.listReceipts(ctx.tx, mission.id)
  const links = []
  for (const receipt of receipts) links.push({ ...receipt, photo: fileLink(ctx, await loadFile(ctx, receipt.fileId as FileId)) })
  return {
    mayRun: mayRunPockets(ctx.actor, mission.partners),
    mayAnswer: mayAnswerReceipts(ctx.actor, mission.partners),
    ownOrganisationId: ctx.actor.organisationId,
    timeZone: ctx.actor.timeZone,
    lines: await sql.listPasses(ctx.tx, mission.id, ctx.actor.organisationId, ctx.now),
    contacts: await sql.listContacts(ctx.tx, mission.id),
    receipts: links,
  }
}

export type Desk = Awaited<ReturnType<typeof readDesk>>
