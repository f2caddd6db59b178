import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { MissionId, NewLeg } from '../domain/mission.ts'

/**
 * Replaces the legs as a whole: their order and contiguity are judged together. A leg that stays keeps its row, because the programme of a
 * mission is placed on its legs: it is known by its city, else by its first day.
 */
export async function replaceLegs(tx: Tx, missionId: MissionId, legs: readonly NewLeg[]): Promise<void> {
  const known = await tx
    .selectFrom('missions.leg')
    .where('missionId', '=', missionId)
    .select(['id', 'cityId', 'cityName', 'startsOn'])
    .orderBy('position')
    .execute()
  const sameCity = (leg: NewLeg) => (row: (typeof known)[number]) =>
    leg.cityId === null ? row.cityName.fr === leg.cityName.fr : row.cityId === leg.cityId
  const kept = new Map<number, string>()
  for (const isSame of [sameCity, (leg: NewLeg) => (row: (typeof known)[number]) => row.startsOn === leg.startsOn]) {
    for (const [position, leg] of legs.entries()) {
      const row = kept.has(position) ? undefined : known.find(isSame(leg))
      if (!row) continue
      kept.set(position, row.id)
      known.splice(known.indexOf(row), 1)
    }
  }
  await sql`set constraints missions.legs_share_at_most_a_transfer_day deferred`.execute(tx)
  if (known.length > 0)
    await tx
      .deleteFrom('missions.leg')
      .where(
        'id',
        'in',
        known.map(({ id }) => id),
      )
      .execute()
  for (const [position, leg] of legs.entries()) {
    const id = kept.get(position)
    if (id)
      await tx
        .updateTable('missions.leg')
        .set({ ...leg, position })
        .where('id', '=', id)
        .execute()
    else
      await tx
        .insertInto('missions.leg')
        .values({ ...leg, missionId, position })
        .execute()
  }
  await sql`set constraints missions.legs_share_at_most_a_transfer_day, missions.mission_follows_legs immediate`.execute(tx)
  await sql`set constraints missions.mission_follows_legs deferred`.execute(tx)
}

export type CityGoneTo = { readonly missionId: MissionId; readonly cityId: string; readonly startsOn: LocalDate | null }

/** Each city we ship that a mission of one's own goes or went to, cancelled ones left out. */
export async function listCitiesGoneTo(tx: Tx): Promise<CityGoneTo[]> {
  return tx
    .selectFrom('missions.leg as g')
    .innerJoin('missions.mission as m', 'm.id', 'g.missionId')
    .where('m.kind', '=', 'outgoing')
    .where('m.state', '<>', 'cancelled')
    .where('g.cityId', 'is not', null)
    .select(['g.missionId', 'g.cityId', 'g.startsOn'])
    .orderBy('g.id')
    .$castTo<CityGoneTo>()
    .execute()
}
