import { asLocalDate } from '#platform/pure/local-date.ts'
import { statementsOf } from '#tests/statements/golden.ts'
import * as sql from './sql.ts'

const show = statementsOf(import.meta.dirname)
const fact = { label: { fr: 'Rang' }, value: '18ᵉ', qualifier: 'exact', year: 2017, scope: {}, source: 'Essai' } as const
const exchange = { kind: 'letter', direction: 'sent', onDay: asLocalDate('2017-01-01'), subject: 'Essai', withWhom: '', personId: null } as const
const membership = { networkCode: 'aimf', isOurs: false, role: 'member', detail: {}, sinceYear: null, untilYear: null, source: 'Essai' } as const

show('sql.ts', sql, {
  listFacts: ({ tx, city }) => [tx, city],
  insertFact: ({ tx, city }) => [tx, city, fact],
  listExchanges: ({ tx, city }) => [tx, city],
  insertExchange: ({ tx, city }) => [tx, city, exchange],
  listExchangesOfPerson: ({ tx, person }) => [tx, person],
  lastExchangesOfPeople: ({ tx, person }) => [tx, [person]],
  forgetPerson: ({ tx, person }) => [tx, person],
  lastExchanges: ({ tx, today }) => [tx, today],
  listNetworks: ({ tx }) => [tx],
  listMemberships: ({ tx, city }) => [tx, city],
  insertMembership: ({ tx, city }) => [tx, city, membership],
  removeEntry: ({ tx, person }) => [tx, 'fact', person],
})
