import { expect, test } from 'vitest'
import { readVcards } from './vcard-reading.ts'

const lines = (...texts: string[]) => `BEGIN:VCARD\r\n${texts.join('\r\n')}\r\nEND:VCARD\r\n`

test('a card from a telephone (3.0) gives its names, its preferred address and where the person works', () => {
  const text = lines(
    'VERSION:3.0',
    'N:Doe;John;;Mr.;',
    'FN:John Doe',
    'ORG:Port de Rochebrune;Logistique',
    'TITLE:Directeur',
    'EMAIL;type=INTERNET:maison@example.org',
    'item1.EMAIL;type=INTERNET;type=pref:john@example.org',
    'TEL;type=CELL:+33 6 12 34 56 78',
    'BDAY:1980-05-04',
    'ADR;TYPE=WORK:;;1 quai;Marseille;;13002;France',
  )

  expect(readVcards(text)).toMatchObject({
    ok: true,
    value: {
      person: [
        {
          honorific: 'Mr.',
          familyName: 'Doe',
          givenName: 'John',
          email: 'john@example.org',
          phone: '+33 6 12 34 56 78',
          organisation: 'Port de Rochebrune',
          capacityFr: 'Directeur',
          country: 'France',
        },
      ],
      organisation: [],
    },
  })
})

test('two positions are two lines, each title with the organisation of its group; a name in its own script stands apart', () => {
  const text = lines(
    'VERSION:4.0',
    'FN;ALTID=1:Natalía Pappá',
    'FN;ALTID=1:Ναταλία Παππά',
    'N:Pappá;Natalía;;;',
    'TEL;VALUE=uri:tel:+302105271111;ext=12',
    'g2.TITLE;LANGUAGE=en:Mayor',
    'g1.TITLE;LANGUAGE=fr:Présidente',
    'g1.ORG:Métropole',
    'g2.ORG:Ville; de Rochebrune',
  )

  const read = readVcards(text)
  expect(read).toMatchObject({
    ok: true,
    value: {
      person: [
        { originalScript: 'Ναταλία Παππά', phone: '+302105271111', organisation: 'Métropole', capacityFr: 'Présidente' },
        { familyName: 'Pappá', organisation: 'Ville', capacityEn: 'Mayor' },
      ],
    },
  })
})

test('an organisation is told from a person', () => {
  const text = `${lines('VERSION:4.0', 'KIND:org', 'FN:Porto Antico', 'ADR:;;;Genova;;;Italie', 'X-IDENTIFIER;X-SCHEME=FR-SIREN:221300015')}${lines('VERSION:3.0', 'N:;;;;', 'FN:Chambre', 'ORG:Chambre', 'X-ABShowAs:COMPANY')}`

  expect(readVcards(text)).toMatchObject({
    ok: true,
    value: {
      person: [],
      organisation: [{ name: 'Porto Antico', city: 'Genova', country: 'Italie', siren: '221300015' }, { name: 'Chambre' }],
    },
  })
})

test.each([
  ['a card of version 2.1, whose accents nobody can trust', lines('VERSION:2.1', 'N:Doe;John'), 'vcard_too_old'],
  ['half a card', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada', 'vcard_unreadable'],
  ['a calendar', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', 'vcard_unreadable'],
])('%s is refused', (_, text, code) => {
  expect(readVcards(text)).toEqual({ ok: false, problem: { code } })
})
