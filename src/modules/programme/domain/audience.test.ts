import { expect, test } from 'vitest'
import { peopleOf } from './audience.ts'
import { anItem, aroundMiami } from './item.fixture.ts'

const { sectors } = aroundMiami
/** Ana of the City, who is at the first leg alone; Bob of the Département, who follows the port; an interpreter of the Département. */
const travellers = aroundMiami.travellers.map((person) => ({ ...person, legIds: person.id === 'ana' ? ['miami'] : [] }))

test('what is for everyone is for those whose partner takes part in the leg', () => {
  expect(peopleOf(anItem({ legId: 'miami' }), travellers, sectors)).toEqual(['ana', 'bob', 'cam'])
  expect(peopleOf(anItem({ legId: 'orlando' }), travellers, sectors)).toEqual(['bob', 'cam'])
})

test('a sub-delegation that is not in the leg is not there either, whoever invites it', () => {
  const item = anItem({ legId: 'orlando', audience: 'sub_delegations', organisationIds: ['city', 'department'] })

  expect(peopleOf(item, travellers, sectors)).toEqual(['bob', 'cam'])
})

test('someone who is named comes, whatever the leg', () => {
  expect(peopleOf(anItem({ legId: 'orlando', audience: 'members', memberIds: ['ana'] }), travellers, sectors)).toEqual(['ana'])
})

test('a sector brings those who follow it', () => {
  expect(peopleOf(anItem({ audience: 'sector', themeId: 'port' }), travellers, sectors)).toEqual(['bob'])
})
