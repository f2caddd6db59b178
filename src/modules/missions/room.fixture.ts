import { sql } from 'kysely'
import { valueOf } from '#platform/pure/outcome.ts'
import { seatPartner } from '#tests/partners.ts'
import { type Somebody, openWorld } from '#tests/world.ts'
import type { MissionId } from './domain/mission.ts'
import { createMission } from './usecases/create-mission.ts'

export type Room = Awaited<ReturnType<typeof openRoom>>

/** A mission whose lead has taken one foreign partner in, and somebody who has nothing to do with it. */
export async function openRoom(templateUrl: string) {
  const world = await openWorld(templateUrl)
  const lead = await world.found('Département de Rochebrune')
  const genoa = await world.found('Comune di Portobello', 'foreign_authority')
  const stranger = await world.found('Port du Détroit', 'port')
  const draft = { kind: 'outgoing', title: { fr: 'Portobello' }, purpose: {}, legs: [], objectives: [], themes: [] } as const
  const missionId: MissionId = valueOf(await world.as(lead, (ctx) => createMission(ctx, draft)))
  await seatPartner(world.services, lead, genoa, missionId)
  /** A statement as the database lets this person run it, our own checks left aside. */
  const asWeb = (who: Somebody, statement: string) => world.read(who, (ctx) => sql.raw<Record<string, unknown>>(statement).execute(ctx.tx))
  return { world, lead, genoa, stranger, missionId, asWeb }
}
