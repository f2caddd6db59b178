import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AuthorityKind, type MemberCategory, memberCategories } from '#platform/pure/delegation-words.ts'
import { composition, compositionSentence, delegationCounts, joinFigures } from './composition.ts'
import { figure, plainText, type ActLanguage } from './document.ts'
import type { MemberFacts } from './facts.ts'

type Counts = Partial<Record<MemberCategory, number>>

function members(counts: Counts): MemberFacts[] {
  return Object.entries(counts).flatMap(([category, count]) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${category}-${index}`,
      givenName: 'Camille',
      familyName: 'Exemple',
      category: category as MemberCategory,
      capacity: null,
      organisation: null,
      isHead: false,
    })),
  )
}

const sentence = (counts: Counts, language: ActLanguage, authority: AuthorityKind = 'department') =>
  compositionSentence(members(counts), { language, authority })

describe('the composition of a delegation, in words', () => {
  it.each<[Counts, string, string]>([
    [
      { elected: 2, staff: 2 },
      'quatre membres, dont deux conseillers départementaux et deux agents de la collectivité',
      'four members: two county councillors and two members of staff',
    ],
    [
      { elected: 6, guest: 7, staff: 7 },
      'vingt membres, dont six conseillers départementaux, sept invités et sept agents de la collectivité',
      'twenty members: six county councillors, seven guests and seven members of staff',
    ],
    [
      { elected: 2, guest: 1, staff: 1 },
      'quatre membres, dont deux conseillers départementaux, un invité et un agent de la collectivité',
      'four members: two county councillors, one guest and one member of staff',
    ],
    [
      { guest: 1, staff: 1 },
      'deux membres, dont un invité et un agent de la collectivité',
      'two members: one guest and one member of staff',
    ],
    [{ staff: 3 }, 'trois agents de la collectivité', 'three members of staff'],
    [{ elected: 1 }, 'un conseiller départemental', 'one county councillor'],
    [{}, 'aucun membre', 'no members'],
    [
      { company: 40, press: 1, interpreter: 2, academic: 1, cultural: 21 },
      'soixante-cinq membres, dont quarante représentants d’entreprises, un universitaire, vingt et un acteurs culturels, un journaliste et deux interprètes',
      'sixty-five members: forty company representatives, one academic, twenty-one cultural representatives, one journalist and two interpreters',
    ],
  ])('%j is « %s »', (counts, french, english) => {
    expect([sentence(counts, 'fr'), sentence(counts, 'en')]).toEqual([french, english])
  })

  it.each<[AuthorityKind, string, string]>([
    ['municipality', 'deux conseillers municipaux', 'two city councillors'],
    ['department', 'deux conseillers départementaux', 'two county councillors'],
    ['region', 'deux conseillers régionaux', 'two regional councillors'],
    ['metropolis', 'deux conseillers métropolitains', 'two metropolitan councillors'],
    ['intermunicipal', 'deux conseillers communautaires', 'two community councillors'],
  ])('the elected of a %s are « %s »', (authority, french, english) => {
    expect([sentence({ elected: 2 }, 'fr', authority), sentence({ elected: 2 }, 'en', authority)]).toEqual([french, english])
  })

  it('links every count to the people behind it', () => {
    const content = composition(members({ guest: 1, staff: 1 }), { language: 'fr', authority: 'region', missionId: 'milan' })

    expect(content.filter((inline) => inline.kind === 'figure')).toEqual([
      { kind: 'figure', text: 'deux membres', source: { kind: 'members', missionId: 'milan' } },
      { kind: 'figure', text: 'un invité', source: { kind: 'members', missionId: 'milan', category: 'guest' } },
      { kind: 'figure', text: 'un agent de la collectivité', source: { kind: 'members', missionId: 'milan', category: 'staff' } },
    ])
  })

  it('says « dont » only before two categories or more, and never a zero', () => {
    const counts = fc.record(Object.fromEntries(memberCategories.map((category) => [category, fc.nat({ max: 5 })])))

    fc.assert(
      fc.property(counts, (drawn: Counts) => {
        const present = Object.values(drawn).filter((count) => count > 0).length
        const words = sentence(drawn, 'fr')

        expect(words.includes(', dont ')).toBe(present > 1)
        expect(words.includes('zéro')).toBe(false)
        expect(words.includes('aucun')).toBe(present === 0)
      }),
    )
  })
})

describe('the counts of a delegation', () => {
  it('keep persons, organisations and companies apart', () => {
    const [first, second, third] = members({ company: 3 }) as [MemberFacts, MemberFacts, MemberFacts]
    const port = { id: 'port', name: 'Grand port fictif', isCompany: false }
    const yard = { id: 'yard', name: 'Chantier imaginaire', isCompany: true }

    const counts = delegationCounts([
      { ...first, organisation: yard },
      { ...second, organisation: yard },
      { ...third, organisation: port },
      ...members({ guest: 1 }),
    ])

    expect(counts).toEqual({ persons: 4, organisations: 2, companies: 1 })
  })
})

describe('figures in a list', () => {
  it('keep their sources between the words', () => {
    const parts = ['un', 'deux', 'trois'].map((words, index) => figure(words, { kind: 'act', category: String(index) }))

    expect(plainText(joinFigures(parts, 'fr'))).toBe('un, deux et trois')
    expect(joinFigures(parts, 'en').filter((inline) => inline.kind === 'figure')).toEqual(parts)
  })
})
