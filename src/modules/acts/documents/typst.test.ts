import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeReport } from '../domain/compose-report.ts'
import { golden } from '../domain/golden.fixture.ts'
import { RATIFICATION_2017 } from '../domain/ratification-2017.fixture.ts'
import { defaultTemplates } from '../domain/templates.ts'
import { HOSTILE_TEXTS, documentSaying } from './corpus.fixture.ts'
import { loadFonts } from './fonts.ts'
import { toTypst } from './typst.ts'

const everything = () => true

/** The source without its string literals: what is left is ours alone. */
const outsideLiterals = (source: string) => source.replace(/"(?:[^"\\]|\\.)*"/gsu, '""')

describe('the Typst source of an act', () => {
  it('is as reviewed for the report of 8 February 2019', () => {
    const { source, unprintable } = toTypst(composeReport(RATIFICATION_2017, defaultTemplates('department'), 'fr'), loadFonts().covers)

    expect(source).toBe(golden(new URL('./golden/report.fr.golden.typ', import.meta.url), source))
    expect(unprintable).toEqual([])
  })

  it.each(HOSTILE_TEXTS)('keeps %j inside string literals', (text) => {
    const harmless = outsideLiterals(toTypst(documentSaying('x'), everything).source)

    expect(outsideLiterals(toTypst(documentSaying(text), everything).source)).toBe(harmless)
  })

  it('keeps any text whatever inside string literals', () => {
    const harmless = outsideLiterals(toTypst(documentSaying('x'), everything).source)

    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(outsideLiterals(toTypst(documentSaying(text), everything).source)).toBe(harmless)
      }),
    )
  })

  it('replaces what no embedded font can draw, and says which', () => {
    const { source, unprintable } = toTypst(documentSaying('厦门 😀 Gênes'), loadFonts().covers)

    expect(unprintable).toEqual(['厦', '门', '😀'])
    expect(source).toContain('"□□ □ Gênes"')
  })
})
