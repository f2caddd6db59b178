/** Front door of the directory: what other modules may ask, and nothing else. */
export type { City, CityId } from './domain/city.ts'
export { countryChoices, countryName, countryNamed, isCountry } from './domain/country.ts'
export { type IdentifierRefusal, type OrganisationIdentifier, type Scheme, schemes } from './domain/identifier.ts'
export {
  type Organisation,
  type OrganisationKind,
  type OrganisationLine,
  organisationKinds,
  organisationLabel,
} from './domain/organisation.ts'
export { type Person, type PersonId, fullName, wholeNames } from './domain/person.ts'
export { reasons } from './domain/duplicate.ts'
export { type CardReferences, type Move, type MovedRows, cardKinds, organisationFields, personFields } from './domain/merge.ts'
export { findCityByName, listCities, loadCity } from './sql/cities.ts'
export { listOrganisationNames, listWorkspaceOrganisations, loadOrganisation } from './sql/organisations.ts'
export { type PersonOfCity, listPeopleOfCity, loadPerson } from './sql/people.ts'
export { listMerges } from './sql/merges.ts'
export { mayKeepDirectory } from './domain/rights.ts'
export { addOrganisation } from './usecases/add-organisation.ts'
export { addPerson } from './usecases/add-person.ts'
export { type OverdueCard, type RetentionRule, type Stayed, overdueOn } from './domain/retention.ts'
export { mayErase } from './domain/rights.ts'
export { listCardsOlderThan, listErasures, listRetentionRules } from './sql/retention.ts'
export { erasePerson, noteArchive } from './usecases/erase-person.ts'
export { removePerson } from './usecases/change-person.ts'
export { affiliate } from './usecases/affiliate.ts'
export { type NamedOrganisation, ensureOrganisation } from './usecases/ensure-organisation.ts'
export { type FoundPerson, searchOrganisations, searchPeople } from './usecases/search-directory.ts'
export { languageName } from './domain/language.ts'
export { findDuplicates, keepApart, mostPairs } from './usecases/find-duplicates.ts'
export { mergeOrganisations, mergePeople } from './usecases/merge-cards.ts'
export { undoMerge } from './usecases/undo-merge.ts'
