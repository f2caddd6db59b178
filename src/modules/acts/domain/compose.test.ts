import { describe, expect, it } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { composeDeliberation, type DeliberationRecord } from './compose-deliberation.ts'
import { composeReport } from './compose-report.ts'
import type { ActDocument, Block, Inline } from './document.ts'
import type { ReportFacts } from './facts.ts'
import { golden } from './golden.fixture.ts'
import { NEW_ACT } from './lifecycle.ts'
import { toPlainText } from './plain-text.ts'
import { RATIFICATION_2017 } from './ratification-2017.fixture.ts'
import { defaultTemplates, withEdits } from './templates.ts'

const templates = defaultTemplates('department')
const draft: DeliberationRecord = { number: null, convenedOn: null, secretary: null, life: NEW_ACT }
const voted: DeliberationRecord = {
  number: '12',
  convenedOn: asLocalDate('2019-01-25'),
  secretary: { givenName: 'Alix', familyName: 'Modèle', gender: null, capacity: null },
  life: {
    submission: { submittedOn: asLocalDate('2019-01-20'), meetingOn: asLocalDate('2019-02-08'), snapshotHash: 'a'.repeat(64) },
    decision: {
      outcome: 'adopted',
      on: asLocalDate('2019-02-08'),
      attendance: { inOffice: 58, present: 49, represented: 6, secondCall: false },
      ballot: { for: 50, against: 2, abstained: 2, notVoting: 1, secret: false },
    },
    transmission: { on: asLocalDate('2019-02-12'), receipt: '013-000000000-20190208-12-DE' },
    publication: { on: asLocalDate('2019-02-14'), address: null },
  },
}

const report = (facts: ReportFacts = RATIFICATION_2017) => composeReport(facts, templates, 'fr')
const words = (document: ActDocument) => toPlainText(document).replace(/[\u00A0\u202F]/gu, ' ')

function inlines(document: ActDocument): readonly Inline[] {
  const of = (block: Block): readonly Inline[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'recital':
        return block.content
      case 'bullets':
        return block.items.flat()
      case 'article':
        return block.blocks.flatMap(of)
      case 'table':
        return [...block.caption, ...block.rows.flatMap((row) => row.cells.flat())]
      case 'key-values':
        return block.entries.flatMap((entry) => entry.value)
      case 'letterhead':
      case 'signature':
      case 'page-break':
        return []
    }
  }
  return document.blocks.flatMap(of)
}

describe('the acts of 8 February 2019', () => {
  it.each([
    ['report.fr', composeReport(RATIFICATION_2017, templates, 'fr')],
    ['report.en', composeReport(RATIFICATION_2017, templates, 'en')],
    ['deliberation.fr', composeDeliberation(RATIFICATION_2017, templates, 'fr', voted)],
    ['deliberation.en', composeDeliberation(RATIFICATION_2017, templates, 'en', voted)],
    ['draft-deliberation.fr', composeDeliberation(RATIFICATION_2017, templates, 'fr', draft)],
  ])('%s reads as reviewed', (name, document) => {
    const current = toPlainText(document)

    expect(current).toBe(golden(new URL(`./golden/${name}.golden.txt`, import.meta.url), current))
  })

  it('give back the figures of the public report', () => {
    const said = words(report())

    for (const fact of [
      '122.55',
      'Commission permanente du 8 février 2019',
      'Mme Martine Vassal',
      'M. Patrick Boré',
      'Gênes : 1 177,87 €',
      'Miami : 133 558,52 €',
      'Milan : 4 372,55 €',
      '139 108,94 €',
      'du 19 au 20 octobre 2017, soit deux jours',
      'du 4 au 10 novembre 2017, soit sept jours',
      'du 5 au 7 décembre 2017, soit trois jours',
      'Gênes : quatre membres, dont deux conseillers départementaux et deux agents de la collectivité',
      'Miami : vingt membres, dont six conseillers départementaux, sept invités et sept agents de la collectivité',
      'Milan : quatre membres, dont deux conseillers départementaux, un invité et un agent de la collectivité',
      'l’exercice 2018',
    ]) {
      expect(said).toContain(fact)
    }
  })

  it('list every delegate in the annexes', () => {
    const tables = report().blocks.filter((block) => block.kind === 'table')

    expect(tables.map((table) => table.rows.length)).toEqual([9, 4, 20, 4])
  })

  it('link every amount to its lines', () => {
    const amounts = inlines(report()).filter((inline) => /\d,\d\d/.test(inline.text))

    expect(amounts.length).toBeGreaterThan(20)
    expect(amounts.every((inline) => inline.kind === 'figure' && inline.source.kind === 'expenses')).toBe(true)
  })

  it('warn that a shared mission cost more than the share that is voted', () => {
    const alone = {
      ...RATIFICATION_2017,
      missions: RATIFICATION_2017.missions.map((mission) => Object.assign({}, mission, { ownShareOnly: false })),
    }

    expect(words(report())).toContain('D’autres partenaires ont financé aussi ce qui a été fait à Miami')
    expect(words(report(alone))).not.toContain('partenaires ont financé')
  })
})

describe('a report', () => {
  it('shows a gap for each fact nobody has given', () => {
    const empty: ReportFacts = {
      ...RATIFICATION_2017,
      reference: null,
      fiscalYear: null,
      signatory: null,
      proposer: null,
      object: {},
      meeting: { ...RATIFICATION_2017.meeting, date: null, chair: null, rapporteurs: [] },
      missions: [{ ...RATIFICATION_2017.missions[0]!, departure: null, return: null, legs: [] }],
    }

    const gaps = new Set(
      inlines(report(empty))
        .filter((inline) => inline.kind === 'emphasis')
        .map((inline) => inline.text),
    )

    const asked = ['date de la réunion', 'dates', 'dates de la mission', 'exercice', 'objet', 'présidence', 'rapporteur', 'signataire']
    expect(gaps).toEqual(new Set(asked.map((what) => `[à compléter : ${what}]`)))
  })

  it('names the stages of a journey, and a city by its own preposition', () => {
    const place = (fr: string, at: string) => ({ name: { fr }, at: { fr: at } })
    const [genoa] = RATIFICATION_2017.missions
    const legs = [
      { place: place('Québec', 'à Québec'), from: asLocalDate('2024-05-24'), to: asLocalDate('2024-05-28') },
      { place: place('Le Havre', 'au Havre'), from: asLocalDate('2024-05-28'), to: asLocalDate('2024-05-31') },
    ]
    const facts = {
      ...RATIFICATION_2017,
      missions: [{ ...genoa!, legs, departure: asLocalDate('2024-05-24'), return: asLocalDate('2024-05-31') }],
    }

    expect(words(report(facts))).toContain(
      'Québec et Le Havre : du 24 au 31 mai 2024, soit huit jours, transport compris (à Québec du 24 au 28 mai 2024 et au Havre du 28 au 31 mai 2024)',
    )
  })

  it('names the language of words that were never translated', () => {
    const facts = { ...RATIFICATION_2017, object: { it: 'Ratifica delle missioni' } }

    expect(inlines(report(facts))).toContainEqual({ kind: 'text', text: 'Ratifica delle missioni', language: 'it' })
  })

  it('gives each mission its own table of expenses when there are too many for one', () => {
    const missions = Array.from({ length: 5 }, (_, index) => Object.assign({}, RATIFICATION_2017.missions[0], { id: `m${index}` }))
    const tables = report({ ...RATIFICATION_2017, missions, grandTotalCents: '588935' }).blocks.filter((block) => block.kind === 'table')

    expect(tables.map((table) => table.columns.length)).toEqual([2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4])
  })

  it('keeps the words of the authority, and only as words', () => {
    const edited = withEdits(templates, { report: { closing: { heading: {}, body: { fr: 'Votez <b>oui</b> : {{total}}.' } } } })

    expect(words(composeReport(RATIFICATION_2017, edited, 'fr'))).toContain('Votez <b>oui</b> : 139 108,94 €.')
  })

  it('groups the objectives that missions do not share', () => {
    const [genoa, ...others] = RATIFICATION_2017.missions
    const facts = { ...RATIFICATION_2017, missions: [{ ...genoa!, objectives: [{ fr: 'signer un accord.' }] }, ...others] }

    expect(words(report(facts))).toContain('Gênes :\n\n- signer un accord.\n\nMiami et Milan :\n\n- faire vivre')
  })
})

describe('a deliberation', () => {
  const deliberation = (record: DeliberationRecord) => words(composeDeliberation(RATIFICATION_2017, templates, 'fr', record))

  it('is a draft without attendance or result until the vote', () => {
    const said = deliberation(draft)

    expect(said).toContain('# Projet de délibération')
    expect(said).not.toMatch(/registre|Votants|Résultat|Exécutoire à|recours/)
  })

  it('is certified enforceable only once transmitted and published', () => {
    const unpublished = { ...voted, life: { ...voted.life, publication: null } }

    expect(deliberation(voted)).toContain('Exécutoire à compter du: 14 février 2019')
    expect(deliberation(unpublished)).toContain('Transmise à l’État le: 12 février 2019')
    expect(deliberation(unpublished)).not.toContain('Exécutoire à compter du')
  })

  it('cites each mandate that was voted', () => {
    const missions = RATIFICATION_2017.missions.map((mission) =>
      mission.id === 'miami' ? Object.assign({}, mission, { mandate: { votedOn: asLocalDate('2017-10-13'), reference: '88' } }) : mission,
    )

    expect(words(composeDeliberation({ ...RATIFICATION_2017, missions }, templates, 'fr', draft))).toContain(
      '    Vu la délibération n° 88 du 13 octobre 2017 donnant mandat spécial pour la mission à Miami ;',
    )
  })

  it('states no article when the matter was adjourned', () => {
    const adjourned: DeliberationRecord = {
      ...voted,
      life: {
        ...voted.life,
        decision: { outcome: 'adjourned', on: asLocalDate('2019-02-08'), reason: 'Une facture manque.' },
        transmission: null,
        publication: null,
      },
    }

    expect(deliberation(adjourned)).toContain('L’affaire est ajournée.\n\nUne facture manque.')
    expect(deliberation(adjourned)).not.toMatch(/Article|Après en avoir délibéré|recours/)
  })
})
