import type { Ctx } from '#platform/context.ts'
import { listDiets } from '#modules/registration/index.ts'
import { type DayCount, type Diet, dietsOf, headCounts } from '../domain/headcount.ts'
import { listLodgings } from '../sql/rooms.ts'
import type { OpenLogistics } from './read-logistics.ts'

export type Catering = { readonly counts: readonly DayCount[]; readonly diets: readonly Diet[] }

/** For how many a caterer prepares each day, by diet: of one's own people, for those who prepare their journey. */
export async function readCatering(ctx: Ctx, { mission, own }: OpenLogistics): Promise<Catering> {
  const { startsOn, endsOn, legs, elsewhere } = mission
  if (!startsOn || !endsOn) return { counts: [], diets: [] }
  const memberIds = own.map(({ id }) => id)
  const stays = (await listLodgings(ctx.tx, mission.id)).flatMap(({ rooms }) => rooms.flatMap((room) => room.stays))
  const diets = dietsOf(await listDiets(ctx.tx, mission.id), memberIds)
  return { counts: headCounts({ startsOn, endsOn, legs, elsewhere }, memberIds, stays, diets), diets }
}
