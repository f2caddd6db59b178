import { expect, test } from 'vitest'
import type { City } from './city.ts'
import { type OrganisationDraft, decideOrganisation } from './organisation-draft.ts'

const draft = (facts: Partial<OrganisationDraft> = {}): OrganisationDraft => ({
  name: 'Comune di Genova',
  names: {},
  kind: 'foreign_authority',
  country: 'IT',
  city: '',
  website: '',
  identifiers: [],
  ...facts,
})
const genoa = { id: 'e5ca1e00-0000-8000-8000-000003176219', country: 'IT', names: { fr: 'Gênes', en: 'Genoa' } } as unknown as City

test.each([
  ['name_missing', { name: ' \u00A0' }],
  ['country_unknown', { country: 'EU' }],
  ['website_malformed', { website: 'javascript:alert(1)' }],
  ['website_malformed', { website: 'pas encore' }],
  ['website_malformed', { website: 'https://user:secret@example.org' }],
  ['website_malformed', { website: 'ftp://example.org' }],
] as const)('the draft is refused: %s', (code, facts) => {
  expect(decideOrganisation(draft(facts), null)).toEqual({ ok: false, problem: { code } })
})

test('a card is kept tidy: spaces, translated names, the address of the site', () => {
  const decided = decideOrganisation(
    draft({ name: '  Comune  di Genova ', names: { fr: ' Ville de  Gênes ', en: ' ' }, city: 'Gênes', website: 'www.comune.genova.it' }),
    genoa,
  )

  expect(decided).toEqual({
    ok: true,
    value: {
      facts: {
        name: 'Comune di Genova',
        names: { fr: 'Ville de Gênes' },
        kind: 'foreign_authority',
        country: 'IT',
        cityId: genoa.id,
        cityName: 'Gênes',
        website: 'https://www.comune.genova.it/',
      },
      identifiers: [],
    },
  })
})

test('a city of the same name in another country is not the one we know', () => {
  const decided = decideOrganisation(draft({ country: 'US', city: 'Genoa' }), genoa)

  expect(decided.ok && decided.value.facts).toMatchObject({ cityId: null, cityName: 'Genoa' })
})
