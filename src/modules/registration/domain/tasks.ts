import type { OrganisationId } from '#platform/actor.ts'
import type { ApplicationId } from './application.ts'

declare module '#platform/jobs.ts' {
  interface JobPayloads {
    /** Gives free places to those who wait. Queued by the database when a member withdraws or a quota changes. */
    'registration.promote': { readonly missionId: string; readonly organisationId: OrganisationId }
    /** Tells the officers of the sending organisation that someone waits for them. Queued by the database. */
    'registration.tell-received': { readonly applicationId: ApplicationId }
    'registration.send-letters': NoPayload
    'registration.forget': NoPayload
  }
}
