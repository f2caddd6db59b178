import { describe, expect, it } from 'vitest'
import { authorityKinds } from '#platform/pure/delegation-words.ts'
import { LEGAL_ARTICLES } from './default-deliberation.ts'
import { INLINE_PLACEHOLDERS, PLACEHOLDER_MEANINGS, SLOTS } from './placeholders.ts'
import { DELIBERATION_SECTIONS, REPORT_SECTIONS, checkEdits, defaultTemplates, sectionBlocks, withEdits } from './templates.ts'

const written = (fr: string) => ({ heading: {}, body: { fr } })

describe('our own templates', () => {
  it.each(authorityKinds)('read without refusal for a %s, complete in both languages', (kind) => {
    const templates = defaultTemplates(kind)

    expect(checkEdits(templates)).toEqual({ ok: true, value: templates })
    for (const section of [
      ...REPORT_SECTIONS.map((name) => templates.report[name]),
      ...DELIBERATION_SECTIONS.map((name) => templates.deliberation[name]),
    ]) {
      expect(Object.keys(section.body).sort()).toEqual(['en', 'fr'])
      expect(sectionBlocks(section, 'fr').length).toBe(sectionBlocks(section, 'en').length)
    }
  })

  it('cite the articles that bind each kind of authority', () => {
    const visas = authorityKinds.map((kind) => defaultTemplates(kind).deliberation.visas.body.fr ?? '')

    for (const [index, kind] of authorityKinds.entries()) {
      for (const article of LEGAL_ARTICLES[kind]) expect(visas[index]).toContain(article)
    }
    expect(visas[1]).toContain('L3123-19 et L3131-1')
  })

  it('explain every placeholder to the person who edits them', () => {
    expect(Object.keys(PLACEHOLDER_MEANINGS).sort()).toEqual([...INLINE_PLACEHOLDERS, ...SLOTS].sort())
  })
})

describe('a template rewritten by an authority', () => {
  it('replaces ours in its language only', () => {
    const merged = withEdits(defaultTemplates('region'), { report: { closing: written('Merci de voter.') } })

    expect(merged.report.closing.body.fr).toBe('Merci de voter.')
    expect(merged.report.closing.body.en).toBe(defaultTemplates('region').report.closing.body.en)
    expect(merged.deliberation).toEqual(defaultTemplates('region').deliberation)
  })

  it('leaves ours when it is blank', () => {
    const defaults = defaultTemplates('region')

    expect(withEdits(defaults, { deliberation: { appeal: written('  ') } })).toEqual(defaults)
  })

  it('is refused with the place of each wrong placeholder', () => {
    const edited = { report: { proposal: written('Soit {{total}}\net {{montant}}.') }, deliberation: { articles: written('{{total') } }

    expect(checkEdits(edited)).toEqual({
      ok: false,
      problem: [
        { document: 'report', section: 'proposal', language: 'fr', code: 'placeholder_unknown', name: 'montant', line: 2, column: 4 },
        { document: 'deliberation', section: 'articles', language: 'fr', code: 'placeholder_unclosed', name: 'total', line: 1, column: 1 },
      ],
    })
  })
})
