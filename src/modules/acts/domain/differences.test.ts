import { describe, expect, it } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { differences } from './differences.ts'
import type { MissionFacts, ReportFacts } from './facts.ts'
import { RATIFICATION_2017 } from './ratification-2017.fixture.ts'

const [genoa] = RATIFICATION_2017.missions as [MissionFacts]
const plain = (text: string | null) => text?.replace(/[\u00A0\u202F]/gu, ' ') ?? null

function since(change: Partial<MissionFacts>, others: Partial<ReportFacts> = {}) {
  const missions = RATIFICATION_2017.missions.map((mission) => (mission.id === 'genoa' ? { ...mission, ...change } : mission))
  return differences(RATIFICATION_2017, { ...RATIFICATION_2017, ...others, missions }, 'fr').map(({ label, before, after, source }) => [
    label,
    plain(before),
    plain(after),
    source,
  ])
}

describe('what changed since an act was frozen', () => {
  it('is nothing when nothing did', () => {
    expect(differences(RATIFICATION_2017, structuredClone(RATIFICATION_2017), 'fr')).toEqual([])
  })

  it('follows one more euro from the grand total down to its category', () => {
    const expensesByCategory = genoa.expensesByCategory.map((expense) =>
      expense.category === 'meals' ? Object.assign({}, expense, { amountCents: '24467', lineCount: 4 }) : expense,
    )

    expect(since({ expensesByCategory, totalCents: '117887' }, { grandTotalCents: '13910994' })).toEqual([
      ['montant total', '139 108,94 €', '139 109,94 €', { kind: 'expenses' }],
      ['Gênes, total', '1 177,87 €', '1 178,87 €', { kind: 'expenses', missionId: 'genoa' }],
      ['Gênes, repas', '243,67 €', '244,67 €', { kind: 'expenses', missionId: 'genoa', category: 'meals' }],
      ['Gênes, repas, nombre de lignes', '3', '4', { kind: 'expenses', missionId: 'genoa', category: 'meals' }],
    ])
  })

  it('names who came and who left, whatever the order of the list', () => {
    const [first, ...others] = genoa.members as [MissionFacts['members'][number]]
    const newcomer = { ...first, id: 'g9', givenName: 'Lou', familyName: 'Nouveau', isHead: true }

    expect(since({ members: [newcomer, ...others.toReversed()] })).toEqual([
      ['Gênes, Camille Exemple', 'Camille Exemple', null, { kind: 'members', missionId: 'genoa' }],
      ['Gênes, Lou Nouveau', null, 'Lou Nouveau', { kind: 'members', missionId: 'genoa' }],
    ])
  })

  it('writes dates, absences and answers as people do', () => {
    const change = {
      return: asLocalDate('2017-10-21'),
      ownShareOnly: true,
      mandate: { votedOn: asLocalDate('2017-10-01'), reference: null },
    }

    expect(since(change)).toEqual([
      ['Gênes, mandat spécial', 'non renseigné', '1er octobre 2017', { kind: 'act', missionId: 'genoa', category: 'mandate' }],
      ['Gênes, part de la collectivité seule', 'non', 'oui', { kind: 'act', missionId: 'genoa', category: 'ownShareOnly' }],
      ['Gênes, retour', '20 octobre 2017', '21 octobre 2017', { kind: 'legs', missionId: 'genoa' }],
    ])
  })

  it('shows a mission that was taken out, in the language asked', () => {
    const [, , milan] = RATIFICATION_2017.missions
    const current = { ...RATIFICATION_2017, missions: RATIFICATION_2017.missions.filter((mission) => mission !== milan) }

    expect(differences(RATIFICATION_2017, current, 'en')).toEqual([
      {
        path: 'missions.milan',
        label: 'Milan',
        before: 'Mission to Milan',
        after: null,
        source: { kind: 'act', missionId: 'milan', category: '' },
      },
    ])
  })
})
