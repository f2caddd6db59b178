import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { listMembers } from '#modules/identity/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import { mayAskPassports, mayHandleApplications, mayNameReaders } from '../domain/rights.ts'
import * as sql from '../sql/passports.ts'
import { isReader } from './read-passports.ts'

/** The page of passports, for those who prepare journeys and for the two who read: who told theirs, never what it says. */
export async function openPassports(ctx: Ctx, missionId: string) {
  const mission = found(await loadMission(ctx.tx, missionId))
  const readers = await sql.listReaders(ctx.tx, mission.id)
  const mayHandle = mayHandleApplications(ctx.actor, mission.partners)
  allow(mayHandle || isReader(ctx, readers))
  const mayName = mayNameReaders(ctx.actor, mission)
  return {
    mission,
    readers,
    asked: await sql.listAsks(ctx.tx, mission.id),
    destinations: [...new Set(mission.legs.map(({ country }) => country))],
    mayAsk: mayAskPassports(ctx.actor, mission.partners),
    mayName,
    addresses: mayName ? (await listMembers(ctx.tx)).map(({ email }) => email) : [],
    people: await sql.listToldPassports(ctx.tx, mission.id),
    readings: mayHandle ? await sql.listReadings(ctx.tx, mission.id) : [],
  }
}
