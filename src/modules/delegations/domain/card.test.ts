import { expect, test } from 'vitest'
import { asId } from '#platform/pure/ids.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { Person } from '#modules/directory/index.ts'
import { memberFromCard } from './card.ts'

const organisation = {
  id: asId<'organisation'>('01a201f8-722a-7e7f-918a-000000000001'),
  name: 'Port',
  names: {},
  kind: 'port' as const,
  country: 'FR',
}
const heldFrom = (capacity: string, startsOn: string | null, endsOn: string | null) => ({
  id: asId<'affiliation'>('01a201f8-722a-7e7f-918a-000000000002'),
  organisation,
  capacity: { fr: capacity },
  startsOn: startsOn === null ? null : asLocalDate(startsOn),
  endsOn: endsOn === null ? null : asLocalDate(endsOn),
  protocolRank: null,
})
const card: Person = {
  id: asId('01a201f8-722a-7e7f-918a-000000000003'),
  organisationId: organisation.id,
  givenName: 'Ines',
  familyName: 'Mourier',
  honorific: 'mme',
  originalScript: null,
  preferredLanguage: null,
  email: 'ines@example.org',
  phone: null,
  legalBasis: 'public_task',
  consentedOn: null,
  consentSource: null,
  lastContactOn: null,
  affiliations: [heldFrom('Adjointe', '2014-01-01', '2017-06-30'), heldFrom('Présidente', '2017-07-01', null)],
  version: 1,
}

test.each([
  ['2017-06-30', 'Adjointe'],
  ['2017-07-01', 'Présidente'],
])('on %s a card gives the capacity held that day: %s', (today, capacity) => {
  expect(memberFromCard(card, asLocalDate(today))).toEqual({
    givenName: 'Ines',
    familyName: 'Mourier',
    capacity: { fr: capacity },
    contact: { email: 'ines@example.org', phone: null, notes: null },
  })
})

test('a card without a capacity that day leaves it to be written', () => {
  expect(memberFromCard(card, asLocalDate('2013-12-31')).capacity).toEqual({})
})
