/** Front door of the relations module: what the composition root may ask, and nothing else. */
export { type Anniversary, nextAnniversary } from './domain/anniversary.ts'
export { type Exchange, type ExchangeKind, directions, exchangeKinds } from './domain/exchange.ts'
export type { Fact } from './domain/fact.ts'
export { type Signal, healthOf } from './domain/health.ts'
export { type Membership, type Network, type SharedNetwork, networkRoles, sharedNetworks } from './domain/membership.ts'
export type { Place } from './domain/projection.ts'
export { mayKeepRelations } from './domain/rights.ts'
export {
  type ExchangeOfPerson,
  exchangeReferences,
  forgetPerson,
  lastExchanges,
  lastExchangesOfPeople,
  listExchanges,
  listExchangesOfPerson,
  listFacts,
  listMemberships,
  listNetworks,
} from './sql.ts'
export { noteExchange, removeEntry, tellFact, tellMembership } from './usecases/keep-city-sheet.ts'
