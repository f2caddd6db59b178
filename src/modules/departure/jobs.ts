import type { Task } from '#platform/worker.ts'
import './domain/events.ts'
import { remindItems } from './usecases/remind-items.ts'

/** Background tasks of departures. */
export const departureTasks: { readonly 'departure.remind-items': Task<'departure.remind-items'> } = {
  'departure.remind-items': (services, _, job) => job.asOwner((owner) => remindItems(services, owner)),
}
