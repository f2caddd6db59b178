import { afterAll, describe, expect, it } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { closePdfPool } from '../documents/pdf.ts'
import { renderFile } from '../usecases/render-file.ts'
import type { TermFacts } from './agreement-facts.ts'
import { termInWords } from './agreement-wording.ts'
import { APPROVAL_2026, PORTOBELLO, WITH_A_STATE } from './approval-2026.fixture.ts'
import { missingFacts } from './completeness.ts'
import { composeDeliberation, type DeliberationRecord } from './compose-deliberation.ts'
import { composeReport } from './compose-report.ts'
import { golden } from './golden.fixture.ts'
import { NEW_ACT } from './lifecycle.ts'
import { toPlainText } from './plain-text.ts'
import { agreementTemplates } from './templates.ts'

const templates = agreementTemplates('department')
const draft: DeliberationRecord = { number: null, convenedOn: null, secretary: null, life: NEW_ACT }
const withState = { ...APPROVAL_2026, agreement: WITH_A_STATE }
const report = (facts = APPROVAL_2026, language: 'fr' | 'en' = 'fr') => composeReport(facts, templates, language)
const deliberation = (facts = APPROVAL_2026, language: 'fr' | 'en' = 'fr') => composeDeliberation(facts, templates, language, draft)

const plain = (words: string) => words.replace(/[\u00A0\u202F]/gu, ' ')

afterAll(closePdfPool)

describe('the act by which an assembly approves an agreement', () => {
  it.each(['fr', 'en'] as const)('reads as reviewed, in %s', (language) => {
    const file = (name: string) => new URL(`./golden/${name}.${language}.golden.txt`, import.meta.url)
    const texts = {
      'agreement-report': toPlainText(report(APPROVAL_2026, language)),
      'agreement-deliberation': toPlainText(deliberation(APPROVAL_2026, language)),
      'agreement-with-a-state': toPlainText(deliberation(withState, language)),
    }

    for (const [name, text] of Object.entries(texts)) expect(text).toBe(golden(file(name), text))
  })

  it('is typeset as PDF/UA and written as DOCX, the text in its own languages', async () => {
    for (const document of [report(), deliberation(withState, 'en')]) {
      expect(JSON.stringify(document.blocks)).toContain('"language":"it"')
      for (const format of ['pdf', 'docx'] as const) {
        const file = await renderFile(document, format)
        expect(file.ok && file.value.byteLength > 2000).toBe(true)
      }
    }
  })

  it('links the forecast amount, the term and the domains to the agreement', () => {
    const figures = deliberation()
      .blocks.flatMap((block) => (block.kind === 'article' ? block.blocks : []))
      .flatMap((block) => (block.kind === 'paragraph' ? block.content : []))
      .flatMap((inline) => (inline.kind === 'figure' ? [[plain(inline.text), inline.source]] : []))

    expect(figures).toEqual([
      ['deux domaines', { kind: 'agreement', agreementId: 'portobello', category: 'pledges' }],
      ['pour deux ans à compter de son entrée en vigueur', { kind: 'agreement', agreementId: 'portobello', category: 'term' }],
      ['0,00 €', { kind: 'agreement', agreementId: 'portobello', category: 'forecast' }],
    ])
  })

  it('shows a gap for what nobody has said, never a zero of its own', () => {
    const unsaid = { ...APPROVAL_2026, agreement: { ...PORTOBELLO, forecast: null } }

    expect(toPlainText(deliberation(unsaid))).toContain('[à compléter : montant prévisionnel, zéro compris]')
  })
})

describe('an act about an agreement lacks', () => {
  const missingWith = (change: Partial<typeof PORTOBELLO>) =>
    missingFacts({ ...APPROVAL_2026, agreement: { ...PORTOBELLO, ...change } }, 'fr').map(({ code, severity }) => [code, severity])

  it('nothing when all is said, a forecast of zero included', () => {
    expect(missingWith({})).toEqual([])
  })

  it.each<[string, string, Partial<typeof PORTOBELLO>]>([
    ['agreement_object_missing', 'blocks', { object: { en: 'In English only.' } }],
    ['forecast_missing', 'blocks', { forecast: null }],
    ['parties_missing', 'blocks', { parties: PORTOBELLO.parties.slice(0, 1) }],
    ['ground_missing', 'blocks', { parties: WITH_A_STATE.parties.map((party) => ({ ...party, ground: null })) }],
    ['wording_missing', 'blocks', { texts: [] }],
    ['authentic_text_missing', 'warns', { texts: PORTOBELLO.texts.map((text) => ({ ...text, isAuthentic: false })) }],
    ['domains_missing', 'warns', { domains: [] }],
    ['pledges_missing', 'warns', { domains: PORTOBELLO.domains.map((domain) => ({ ...domain, pledges: [] })) }],
  ])('%s, which %s', (code, severity, change) => {
    expect(missingWith(change)).toEqual([[code, severity]])
  })
})

describe('the term of an agreement is said', () => {
  const days = { runsFrom: asLocalDate('2024-01-01'), lastDay: asLocalDate('2025-12-31') }
  it.each<[Partial<TermFacts>, string, string]>([
    [{}, 'sans terme', 'without end'],
    [{ months: 12 }, 'pour un an à compter de son entrée en vigueur', 'for one year from its entry into force'],
    [{ months: 18 }, 'pour dix-huit mois à compter de son entrée en vigueur', 'for eighteen months from its entry into force'],
    [
      { months: 24, ...days },
      'pour deux ans, du 1er janvier 2024 au 31 décembre 2025',
      'for two years, from 1 January 2024 to 31 December 2025',
    ],
    [days, 'du 1er janvier 2024 au 31 décembre 2025', 'from 1 January 2024 to 31 December 2025'],
    [{ lastDay: days.lastDay }, 'jusqu’au 31 décembre 2025 inclus', 'until 31 December 2025 included'],
    [{ runsFrom: days.runsFrom }, 'à compter du 1er janvier 2024, sans terme', 'from 1 January 2024, without end'],
  ])('%j', (term, fr, en) => {
    const whole = { months: null, runsFrom: null, lastDay: null, ...term }

    expect([termInWords(whole, 'fr'), termInWords(whole, 'en')].map((words) => plain(words))).toEqual([fr, en])
  })
})
