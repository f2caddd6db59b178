import type { Api } from '#platform/openapi.ts'
import { addActs } from './api/acts.ts'
import { addFiles } from './api/files.ts'
import { addLife } from './api/life.ts'
import { addPreparation } from './api/preparation.ts'
import { addPublicity } from './api/publicity.ts'
import { addTemplates } from './api/templates.ts'

/** Acts for programs: from the missions to the vote, and what follows it. The same use-cases as the pages. */
export function addActOperations(api: Api): void {
  addActs(api)
  addPreparation(api)
  addLife(api)
  addPublicity(api)
  addFiles(api)
  addTemplates(api)
}
