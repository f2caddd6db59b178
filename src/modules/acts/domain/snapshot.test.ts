import { describe, expect, it } from 'vitest'
import { composeReport } from './compose-report.ts'
import { RATIFICATION_2017 } from './ratification-2017.fixture.ts'
import { freeze, stamped, thaw } from './snapshot.ts'
import { defaultTemplates } from './templates.ts'

const templates = defaultTemplates('department')
const frozen = freeze(RATIFICATION_2017, templates, 'fr')

describe('a frozen act', () => {
  it('has the same hash whatever the order of its facts', () => {
    const { authority, ...rest } = RATIFICATION_2017

    expect(freeze({ ...rest, authority }, templates, 'fr').hash).toBe(frozen.hash)
    expect(frozen.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('has another hash when a cent, a word of a template or the language differs', () => {
    const edited = { ...templates, report: { ...templates.report, closing: { heading: {}, body: { fr: 'Fin.' } } } }

    const hashes = [
      frozen.hash,
      freeze({ ...RATIFICATION_2017, grandTotalCents: '13910895' }, templates, 'fr').hash,
      freeze(RATIFICATION_2017, edited, 'fr').hash,
      freeze(RATIFICATION_2017, templates, 'en').hash,
    ]

    expect(new Set(hashes).size).toBe(4)
  })

  it('gives back the very document it was frozen from', () => {
    const { facts, templates: kept, language } = thaw(frozen)

    expect(composeReport(facts, kept, language)).toEqual(composeReport(RATIFICATION_2017, templates, 'fr'))
  })

  it('cannot be altered unseen', () => {
    expect(() => thaw({ ...frozen, text: frozen.text.replace('13910894', '13910895') })).toThrow(/no longer has the hash/)
  })

  it('is named at the foot of its pages', () => {
    const document = stamped(composeReport(RATIFICATION_2017, templates, 'fr'), frozen.hash)

    expect(document.metadata.runningReference).toBe(
      `122.55 – Commission permanente, 8 février 2019 – empreinte ${frozen.hash.slice(0, 16)}`,
    )
  })
})
