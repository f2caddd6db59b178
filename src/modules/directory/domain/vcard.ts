import ICAL from 'ical.js'
import { pick } from '#platform/pure/localized.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { countryName } from './country.ts'
import type { Organisation } from './organisation.ts'
import { type Person, fullName, isCurrent } from './person.ts'

/** How the house says `mme`, `m` and a country to the reader of the file. */
export type VcardWords = { readonly honorifics: Readonly<Record<'mme' | 'm', string>>; readonly locale: Locale }

/**
 * Cards as vCard 4.0 (RFC 6350): UTF-8, CRLF, lines folded at 75 octets. A name in its own script stands beside the Latin one as its
 * alternative (ALTID, §5.4). A card says what someone is today; what they were stays in the directory.
 */
export function vcardsOf(people: readonly Person[], organisations: readonly Organisation[], today: LocalDate, words: VcardWords): string {
  const cards = [
    ...people.map((person) => personCard(person, today, words)),
    ...organisations.map((organisation) => organisationCard(organisation, words)),
  ]
  return cards.map((card) => `${card.toString()}\r\n`).join('')
}

function personCard(person: Person, today: LocalDate, { honorifics, locale }: VcardWords): ICAL.Component {
  const card = emptyCard(person.id, 'individual')
  addName(card, fullName(person), person.originalScript ? [{ text: person.originalScript }] : [])
  addParts(card, 'n', [person.familyName, person.givenName, '', person.honorific ? honorifics[person.honorific] : '', ''])
  if (person.email) card.addPropertyWithValue('email', person.email)
  if (person.phone) card.addPropertyWithValue('tel', `tel:${person.phone}`).setParameter('value', 'uri')
  if (person.preferredLanguage) card.addPropertyWithValue('lang', person.preferredLanguage)
  for (const [index, { organisation, capacity }] of person.affiliations.filter((one) => isCurrent(one, today)).entries()) {
    const { text, language } = pick(capacity, locale)
    const group = `g${index + 1}`
    addParts(card, 'org', [organisation.name]).setParameter('group', group)
    const title = card.addPropertyWithValue('title', text)
    title.setParameter('group', group)
    title.setParameter('language', language)
  }
  return card
}

function organisationCard(organisation: Organisation, { locale }: VcardWords): ICAL.Component {
  const card = emptyCard(organisation.id, 'org')
  const others = Object.entries(organisation.names).flatMap(([language, text]) => (text ? [{ text, language }] : []))
  addName(card, organisation.name, others)
  addParts(card, 'org', [organisation.name])
  addParts(card, 'adr', ['', '', '', organisation.cityName ?? '', '', '', countryName(organisation.country, locale)])
  if (organisation.website) card.addPropertyWithValue('url', organisation.website)
  for (const { scheme, value } of organisation.identifiers) {
    card.addPropertyWithValue('x-identifier', value).setParameter('x-scheme', scheme)
  }
  return card
}

function emptyCard(id: string, kind: 'individual' | 'org'): ICAL.Component {
  const card = new ICAL.Component(['vcard', [], []])
  card.addPropertyWithValue('version', '4.0')
  card.addPropertyWithValue('kind', kind)
  card.addPropertyWithValue('uid', `urn:uuid:${id}`)
  return card
}

function addName(card: ICAL.Component, name: string, others: readonly { readonly text: string; readonly language?: string }[]): void {
  const first = card.addPropertyWithValue('fn', name)
  if (others.length > 0) first.setParameter('altid', '1')
  for (const { text, language } of others) {
    const other = card.addPropertyWithValue('fn', text)
    other.setParameter('altid', '1')
    if (language) other.setParameter('language', language)
  }
}

/** A property made of parts, each escaped by itself. */
function addParts(card: ICAL.Component, name: string, parts: string[]): ICAL.Property {
  const property = new ICAL.Property(name, card)
  property.setValue(parts as unknown as string)
  card.addProperty(property)
  return property
}
