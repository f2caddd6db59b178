import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Vehicle, VehicleDraft } from '../domain/vehicle.ts'

/** The vehicles of a mission, by name, each with who brings it. */
export async function listVehicles(tx: Tx, missionId: string): Promise<Vehicle[]> {
  return tx
    .selectFrom('programme.vehicle as v')
    .innerJoin('directory.pubOrganisation as o', 'o.id', 'v.organisationId')
    .where('v.missionId', '=', missionId)
    .select(['v.id', 'v.name', 'v.seats', 'v.organisationId', 'o.name as organisationName'])
    .orderBy(sql`app.fold(v.name)`)
    .orderBy('v.id')
    .$castTo<Vehicle>()
    .execute()
}

/** A vehicle of that name is said anew, and stays with who brings it. */
export async function saveVehicle(tx: Tx, missionId: string, { name, seats }: VehicleDraft): Promise<void> {
  await tx
    .insertInto('programme.vehicle')
    .values({ missionId, name, seats })
    .onConflict((conflict) => conflict.columns(['missionId', 'name']).doUpdateSet({ seats }))
    .execute()
}

export async function deleteVehicle(tx: Tx, missionId: string, vehicleId: string): Promise<void> {
  await tx.deleteFrom('programme.vehicle').where('id', '=', vehicleId).where('missionId', '=', missionId).execute()
}
