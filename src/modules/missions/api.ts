import type { Api } from '#platform/openapi.ts'
import { addHistory } from './api/history.ts'
import { addMissions } from './api/missions.ts'
import { addOwnPart } from './api/own-part.ts'
import { addPartners } from './api/partners.ts'

/** Missions for programs: the same use-cases as the pages. */
export function addMissionOperations(api: Api): void {
  addMissions(api)
  addPartners(api)
  addOwnPart(api)
  addHistory(api)
}
