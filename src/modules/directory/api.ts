import type { Api } from '#platform/openapi.ts'
import { addAffiliations } from './api/affiliations.ts'
import { addCities } from './api/cities.ts'
import { addOrganisations } from './api/organisations.ts'
import { addPeople } from './api/people.ts'
import { addSearch } from './api/search.ts'

/** Adds the operations of the directory to the API. */
export function addDirectoryOperations(api: Api): void {
  addSearch(api)
  addOrganisations(api)
  addPeople(api)
  addAffiliations(api)
  addCities(api)
}
