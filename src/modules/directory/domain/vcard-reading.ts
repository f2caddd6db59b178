import ICAL from 'ical.js'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { OrganisationColumn, PersonColumn, SchemeColumn } from './card-columns.ts'
import { schemeColumns } from './card-columns.ts'

export type VcardProblem = { readonly code: 'vcard_unreadable' | 'vcard_too_old' }

/** One line of a file of cards, as its cells would say it. */
export type PersonCells = Partial<Record<PersonColumn, string>>
export type OrganisationCells = Partial<Record<OrganisationColumn, string>>

export type ReadVcards = { readonly person: readonly PersonCells[]; readonly organisation: readonly OrganisationCells[] }

/** A property as ical.js gives it. */
type Property = readonly [name: string, parameters: Readonly<Record<string, string | string[]>>, type: string, ...values: unknown[]]

export const isVcardText = (text: string) => /^\uFEFF?\s*BEGIN:VCARD/i.test(text)

/**
 * Reads cards of version 3.0 (RFC 2426) and 4.0 (RFC 6350). Photographs, birthdays and home addresses are not read: the directory has no use
 * for them. Someone with several positions gives as many lines.
 * @refuses vcard_too_old for version 2.1, whose texts say no encoding one may trust; vcard_unreadable
 */
export function readVcards(text: string): Outcome<ReadVcards, VcardProblem> {
  if (/^VERSION:2\.1\s*$/im.test(text)) return refused({ code: 'vcard_too_old' })
  const cards = parse(text)
  if (cards === null || cards.length === 0) return refused({ code: 'vcard_unreadable' })
  const isOrganisation = (card: Card) => card.isOrganisation
  return ok({
    person: cards.filter((card) => !isOrganisation(card)).flatMap(personCells),
    organisation: cards.filter(isOrganisation).map(organisationCells),
  })
}

type Card = { readonly properties: readonly Property[]; readonly isOrganisation: boolean }

function parse(text: string): Card[] | null {
  let parsed: unknown
  try {
    parsed = ICAL.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
  // One component alone comes as itself, several as a list of them.
  const components = (Array.isArray(parsed) && typeof parsed[0] === 'string' ? [parsed] : parsed) as [string, Property[]][]
  return components.flatMap(([component, properties]) => {
    if (component !== 'vcard') return []
    const kind = textOf(properties.find(([name]) => name === 'kind')).toLowerCase()
    const showsAs = textOf(properties.find(([name]) => name === 'x-abshowas')).toUpperCase()
    return { properties, isOrganisation: kind === 'org' || showsAs === 'COMPANY' }
  })
}

function personCells({ properties }: Card): PersonCells[] {
  const all = (name: string) => properties.filter(([key]) => key === name)
  const [familyName = '', givenName = '', , prefix = ''] = partsOf(all('n')[0])
  const names = all('fn').map(textOf)
  const latin = names.find((name) => /\p{Script=Latin}/u.test(name)) ?? ''
  const person: PersonCells = {
    id: idOf(all('uid')[0]),
    honorific: prefix,
    givenName,
    familyName: familyName || (givenName ? '' : ((latin || names[0]) ?? '')),
    originalScript: names.find((name) => name !== '' && !/\p{Script=Latin}/u.test(name)) ?? '',
    preferredLanguage: textOf(all('lang')[0]).split('-')[0] ?? '',
    email: textOf(preferred(all('email'))),
    phone:
      textOf(preferred(all('tel')))
        .replace(/^tel:/i, '')
        .split(';')[0] ?? '',
  }
  const country = partsOf(all('adr').find((address) => partsOf(address)[6]))[6] ?? ''
  const positions = positionsOf(all('org'), all('title'))
  return positions.length === 0 ? [person] : positions.map((position) => ({ ...person, ...position, country }))
}

/** A title goes with the organisation of its group; without groups, the first goes with the first. */
function positionsOf(organisations: readonly Property[], titles: readonly Property[]): PersonCells[] {
  return organisations.flatMap((property, index) => {
    const group = groupOf(property)
    const title = group ? titles.find((one) => groupOf(one) === group) : titles.filter((one) => groupOf(one) === '')[index]
    const [organisation = ''] = partsOf(property)
    const isEnglish = title?.[1].language === 'en'
    return organisation === '' ? [] : [{ organisation, [isEnglish ? 'capacityEn' : 'capacityFr']: textOf(title) }]
  })
}

function organisationCells({ properties }: Card): OrganisationCells {
  const all = (name: string) => properties.filter(([key]) => key === name)
  const named = (language: string) => textOf(all('fn').find(([, parameters]) => parameters.language === language))
  const address = partsOf(all('adr')[0])
  const cells: OrganisationCells = {
    id: idOf(all('uid')[0]),
    name: textOf(all('fn').find(([, parameters]) => !parameters.language)) || (partsOf(all('org')[0])[0] ?? ''),
    nameFr: named('fr'),
    nameEn: named('en'),
    city: address[3] ?? '',
    country: address[6] ?? '',
    website: textOf(all('url')[0]),
  }
  const numbers = (Object.keys(schemeColumns) as SchemeColumn[]).map((column) => [
    column,
    all('x-identifier')
      .flatMap((one) => (one[1]['x-scheme'] === schemeColumns[column] ? [textOf(one)] : []))
      .join(', '),
  ])
  return { ...cells, ...Object.fromEntries(numbers) }
}

function textOf(property: Property | undefined): string {
  const value = property?.[3]
  return typeof value === 'string' ? value.trim() : ''
}

function partsOf(property: Property | undefined): string[] {
  const value = property?.[3]
  const parts = Array.isArray(value) ? value : [value]
  return parts.map((part) => (typeof part === 'string' ? part.trim() : ''))
}

/** Vendors mark the one to use with PREF=1 (4.0) or TYPE=pref (3.0); otherwise the first is. */
function preferred(properties: readonly Property[]): Property | undefined {
  const isPreferred = ([, { pref, type }]: Property) => pref === '1' || [type].flat().some((one) => one?.toLowerCase() === 'pref')
  return properties.find(isPreferred) ?? properties[0]
}

const groupOf = ([, { group }]: Property) => (typeof group === 'string' ? group.toLowerCase() : '')
const idOf = (property: Property | undefined) => textOf(property).replace(/^urn:uuid:/i, '')
