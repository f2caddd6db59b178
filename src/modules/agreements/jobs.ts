import type { Task } from '#platform/worker.ts'
import './domain/term-jobs.ts'
import { remindTerms } from './usecases/remind-terms.ts'

/** Background task of the register: it writes to the officers of one organisation, in their language. */
export const agreementTasks: { readonly 'agreements.remind-terms': Task<'agreements.remind-terms'> } = {
  'agreements.remind-terms': (services, _, job) => job.asOwner((owner) => remindTerms(services, owner)),
}
