import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { asId } from '#platform/pure/ids.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { Organisation } from './organisation.ts'
import type { Person } from './person.ts'
import { vcardsOf } from './vcard.ts'

const words = { honorifics: { mme: 'Mme', m: 'M.' }, locale: 'fr' } as const
const today = asLocalDate('2018-06-01')
const port = {
  id: asId<'organisation'>('0198c000-0000-7000-8000-000000000009'),
  name: 'Porto; Antico, S.p.A.',
  names: {},
  kind: 'port',
  country: 'IT',
} as const

const person = (facts: Partial<Person> = {}): Person => ({
  id: asId('0198c000-0000-7000-8000-000000000001'),
  organisationId: asId('0198c000-0000-7000-8000-000000000002'),
  givenName: 'Natalía',
  familyName: 'Pappá',
  honorific: 'mme',
  originalScript: 'Ναταλία Παππά',
  preferredLanguage: 'el',
  email: 'natalia@example.org',
  phone: '+302105271111',
  legalBasis: 'public_task',
  consentedOn: null,
  consentSource: null,
  lastContactOn: null,
  affiliations: [
    {
      id: asId('0198c000-0000-7000-8000-000000000003'),
      organisation: port,
      capacity: { fr: 'Directrice' },
      startsOn: null,
      endsOn: null,
      protocolRank: 1,
    },
    {
      id: asId('0198c000-0000-7000-8000-000000000004'),
      organisation: port,
      capacity: { fr: 'Stagiaire' },
      startsOn: null,
      endsOn: asLocalDate('2009-12-31'),
      protocolRank: null,
    },
  ],
  version: 1,
  ...facts,
})

const read = (text: string) => ICAL.parse(text) as unknown as [string, [string, Record<string, unknown>, string, unknown][]]

test('a person leaves as RFC 6350 writes one, to the byte', () => {
  expect(vcardsOf([person()], [], today, words)).toBe(
    [
      'BEGIN:VCARD',
      'VERSION:4.0',
      'KIND:individual',
      'UID:urn:uuid:0198c000-0000-7000-8000-000000000001',
      'FN;ALTID=1:Natalía Pappá',
      'FN;ALTID=1:Ναταλία Παππά',
      'N:Pappá;Natalía;;Mme;',
      'EMAIL:natalia@example.org',
      'TEL;VALUE=uri:tel:+302105271111',
      'LANG:el',
      'G1.ORG:Porto\\; Antico\\, S.p.A.',
      'G1.TITLE;LANGUAGE=fr:Directrice',
      'END:VCARD',
      '',
    ].join('\r\n'),
  )
})

test('an organisation says its names, its place and its numbers', () => {
  const card: Organisation = {
    ...port,
    names: { fr: 'Port ancien' },
    cityName: 'Genova',
    isWorkspace: false,
    keptBy: asId('0198c000-0000-7000-8000-000000000002'),
    cityId: null,
    website: 'https://www.portoantico.it/',
    identifiers: [{ scheme: 'EU-VAT', value: 'IT03502260107' }],
    version: 1,
  }

  expect(vcardsOf([], [card], today, words).split('\r\n').slice(2, -2)).toEqual([
    'KIND:org',
    'UID:urn:uuid:0198c000-0000-7000-8000-000000000009',
    'FN;ALTID=1:Porto; Antico\\, S.p.A.',
    'FN;ALTID=1;LANGUAGE=fr:Port ancien',
    'ORG:Porto\\; Antico\\, S.p.A.',
    'ADR:;;;Genova;;;Italie',
    'URL:https://www.portoantico.it/',
    'X-IDENTIFIER;X-SCHEME=EU-VAT:IT03502260107',
  ])
})

test('whatever a name holds, its card keeps to its lines, folds at 75 octets and is read back as it was', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
    .map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, '').trim() || 'x')
  fc.assert(
    fc.property(name, name, name, (familyName, givenName, originalScript) => {
      const text = vcardsOf([person({ familyName, givenName, originalScript })], [], today, words)

      const lines = text.split('\r\n')
      expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))).toBe(true)
      expect(lines.filter((line) => line.startsWith('BEGIN:'))).toEqual(['BEGIN:VCARD'])
      const properties = read(text)[1]
      expect(properties.filter(([key]) => key === 'fn').map(([, , , value]) => value)).toEqual([
        `${givenName} ${familyName}`,
        originalScript,
      ])
      expect(properties.find(([key]) => key === 'n')?.[3]).toEqual([familyName, givenName, '', 'Mme', ''])
    }),
    { numRuns: 300 },
  )
})
