import { createHash } from 'node:crypto'
import type { OrganisationId } from '#platform/actor.ts'
import type { MissionId } from './mission.ts'

/**
 * The mission that an organisation calls by `key` in its own files: the key gives the id (RFC 9562, version 8), so that the same
 * file finds the same mission, and never one of another organisation.
 */
export function missionIdOf(organisationId: OrganisationId, key: string): MissionId {
  const hex = createHash('sha256').update(`mission ${organisationId} ${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as MissionId
}
