/** Front door of the directory: what other modules may ask, and nothing else. */
export type { City, CityId } from './domain/city.ts'
export { type IdentifierRefusal, type OrganisationIdentifier, type Scheme, schemes } from './domain/identifier.ts'
export {
  type Organisation,
  type OrganisationKind,
  type OrganisationLine,
  organisationKinds,
  organisationLabel,
} from './domain/organisation.ts'
export { findCityByName, listCities, loadCity } from './sql/cities.ts'
export { listWorkspaceOrganisations, loadOrganisation } from './sql/organisations.ts'
export { type NamedOrganisation, ensureOrganisation } from './usecases/ensure-organisation.ts'
export { searchOrganisations } from './usecases/search-directory.ts'
