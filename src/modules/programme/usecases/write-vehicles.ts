import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { PlaceProblem } from '../domain/problems.ts'
import { mayChangeWhatWasBrought } from '../domain/rights.ts'
import type { VehicleDraft } from '../domain/vehicle.ts'
import * as sql from '../sql.ts'
import { deleteVehicle, listVehicles, saveVehicle } from '../sql/vehicles.ts'
import { openToProposals } from './write-places.ts'

/** Says how many a vehicle carries, or says it anew: its name is what it is known by. One another partner brings is theirs and the organisers’. */
export async function writeVehicle(ctx: Ctx, missionId: string, draft: VehicleDraft): Promise<Outcome<null, never>> {
  const mission = await openToProposals(ctx, missionId)
  const known = (await listVehicles(ctx.tx, mission.id)).find(({ name }) => name === draft.name)
  allow(!known || mayChangeWhatWasBrought(ctx.actor, mission.partners, known.organisationId))
  await ctx.journal.event('programme.vehicle_written')
  await saveVehicle(ctx.tx, mission.id, draft)
  return ok(null)
}

/** @refuses a_vehicle_in_use_stays */
export async function removeVehicle(ctx: Ctx, missionId: string, vehicleId: string): Promise<Outcome<null, PlaceProblem>> {
  const mission = await openToProposals(ctx, missionId)
  const { id, organisationId } = found((await listVehicles(ctx.tx, mission.id)).find((vehicle) => vehicle.id === vehicleId))
  allow(mayChangeWhatWasBrought(ctx.actor, mission.partners, organisationId))
  if ((await sql.listItems(ctx.tx, mission.id)).some((item) => item.vehicleId === id)) return refused({ code: 'a_vehicle_in_use_stays' })
  await ctx.journal.event('programme.vehicle_removed')
  await deleteVehicle(ctx.tx, mission.id, id)
  return ok(null)
}
