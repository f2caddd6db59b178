import { expect, test } from 'vitest'
import { readLinesAddress, writeLinesAddress } from './lines-address.ts'

const organisationId = '0198c000-0000-7000-8000-000000000001'
const read = (address: string) => readLinesAddress(new URL(address, 'https://escale.example'))

test.each([
  ['/depenses', { category: null, organisationId: null, page: 1 }],
  ['/depenses?categorie=meals&page=3', { category: 'meals', organisationId: null, page: 3 }],
  [`/depenses?organisation=${organisationId.toUpperCase()}`, { category: null, organisationId, page: 1 }],
  ['/depenses?categorie=taxi&organisation=port&page=-2', { category: null, organisationId: null, page: 1 }],
  ['/depenses?page=1e9', { category: null, organisationId: null, page: 1 }],
])('%s asks for these lines', (address, asked) => {
  expect(read(address)).toEqual(asked)
})

test('an address is read as it was written, and says nothing it need not say', () => {
  expect(writeLinesAddress('/depenses', { page: 1 })).toBe('/depenses#lignes')
  expect(read(writeLinesAddress('/depenses', { category: 'gift', organisationId, page: 2 }))).toEqual({
    category: 'gift',
    organisationId,
    page: 2,
  })
})
