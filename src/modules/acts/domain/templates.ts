import type { AuthorityKind } from '#platform/pure/delegation-words.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { refused, ok, type Outcome } from '#platform/pure/outcome.ts'
import type { ActLanguage } from './document.ts'
import { deliberationTemplate } from './default-deliberation.ts'
import { REPORT_TEMPLATE } from './default-report.ts'
import { AGREEMENT_REPORT_TEMPLATE, agreementDeliberationTemplate } from './default-agreement-texts.ts'
import { MISSION_PLACEHOLDERS } from './placeholders.ts'
import { parseTemplateText, type TemplateBlock, type TemplateProblem } from './template-text.ts'

/** The parts of a ratification report, in their order. An authority may rewrite each, not add one. */
export const REPORT_SECTIONS = [
  'opening',
  'purpose',
  'dates',
  'objectives',
  'composition',
  'contents',
  'expenses',
  'proposal',
  'closing',
  'annexes',
] as const
export type ReportSection = (typeof REPORT_SECTIONS)[number]

/** In `visas` and `considerations` every paragraph is a recital; in `articles` every paragraph opens a numbered article. */
export const DELIBERATION_SECTIONS = ['visas', 'considerations', 'decision', 'articles', 'appeal'] as const
export type DeliberationSection = (typeof DELIBERATION_SECTIONS)[number]

/** The same of a report that puts an agreement before the assembly; these texts are ours. */
export const AGREEMENT_REPORT_SECTIONS = [
  'opening',
  'purpose',
  'frame',
  'pledges',
  'term',
  'forecast',
  'proposal',
  'closing',
  'annexes',
] as const
export type AgreementReportSection = (typeof AGREEMENT_REPORT_SECTIONS)[number]

/** The documents whose texts an authority may rewrite: those of a ratification. */
export const templatedDocuments = ['report', 'deliberation'] as const

/** Plain words, bullets and placeholders: see `parseTemplateText`. An absent heading or language is an empty object. */
export type SectionText = { readonly heading: Localized; readonly body: Localized }

export type ReportTemplate = { readonly [Section in ReportSection]: SectionText }
export type DeliberationTemplate = { readonly [Section in DeliberationSection]: SectionText }
export type AgreementReportTemplate = { readonly [Section in AgreementReportSection]: SectionText }
/** The text that is approved follows the deliberation. */
export type AgreementDeliberationTemplate = DeliberationTemplate & { readonly annex: SectionText }

export type RatificationTemplates = { readonly report: ReportTemplate; readonly deliberation: DeliberationTemplate }
export type AgreementTemplates = { readonly report: AgreementReportTemplate; readonly deliberation: AgreementDeliberationTemplate }
export type ActTemplates = RatificationTemplates | AgreementTemplates

/** What an authority rewrote; the rest stays ours. */
export type EditedTemplates = {
  readonly report?: { readonly [Section in ReportSection]?: SectionText }
  readonly deliberation?: { readonly [Section in DeliberationSection]?: SectionText }
}

export function defaultTemplates(kind: AuthorityKind): RatificationTemplates {
  return { report: REPORT_TEMPLATE, deliberation: deliberationTemplate(kind) }
}

export function agreementTemplates(kind: AuthorityKind): AgreementTemplates {
  return { report: AGREEMENT_REPORT_TEMPLATE, deliberation: agreementDeliberationTemplate(kind) }
}

/** What a report says between its opening and its annexes, in order. */
export function middleOf({ report }: ActTemplates): readonly SectionText[] {
  const between = <Section extends string>(sections: readonly Section[]) =>
    sections.filter((section) => section !== 'opening' && section !== 'annexes')
  return 'pledges' in report
    ? between(AGREEMENT_REPORT_SECTIONS).map((section) => report[section])
    : between(REPORT_SECTIONS).map((section) => report[section])
}

/**
 * The templates an act is composed from. Language by language: a section rewritten in French only keeps our English,
 * so that no act mixes languages without anybody having written so.
 */
export function withEdits(defaults: RatificationTemplates, edited: EditedTemplates): RatificationTemplates {
  return {
    report: mapSections(REPORT_SECTIONS, (section) => overlaid(defaults.report[section], edited.report?.[section])),
    deliberation: mapSections(DELIBERATION_SECTIONS, (section) => overlaid(defaults.deliberation[section], edited.deliberation?.[section])),
  }
}

function mapSections<Section extends string>(
  sections: readonly Section[],
  write: (section: Section) => SectionText,
): { readonly [S in Section]: SectionText } {
  return Object.fromEntries(sections.map((section) => [section, write(section)])) as { [S in Section]: SectionText }
}

function overlaid(ours: SectionText, theirs: SectionText | undefined): SectionText {
  if (theirs === undefined) return ours
  return { heading: { ...ours.heading, ...written(theirs.heading) }, body: { ...ours.body, ...written(theirs.body) } }
}

function written(text: Localized): Localized {
  return Object.fromEntries(Object.entries(text).filter(([, words]) => words !== undefined && words.trim() !== ''))
}

export type SectionProblem = TemplateProblem & {
  readonly document: keyof RatificationTemplates
  readonly section: ReportSection | DeliberationSection
  readonly language: string
}

/**
 * Accepts what an authority wrote, or says everything that is wrong with it.
 * @refuses placeholder_unknown, placeholder_unclosed, slot_inside_sentence, each with document, section, language, line, column
 */
export function checkEdits(edited: EditedTemplates): Outcome<EditedTemplates, readonly SectionProblem[]> {
  const problems: SectionProblem[] = []
  for (const document of templatedDocuments) {
    for (const [name, text] of Object.entries(edited[document] ?? {})) {
      const section = name as ReportSection | DeliberationSection
      for (const [language, body] of Object.entries(text.body)) {
        const parsed = parseTemplateText(body ?? '', MISSION_PLACEHOLDERS)
        if (!parsed.ok) problems.push(...parsed.problem.map((problem) => Object.assign({ document, section, language }, problem)))
      }
    }
  }
  return problems.length > 0 ? refused(problems) : ok(edited)
}

/** The blocks of a section. Templates are checked when saved: one that cannot be read here is a fault. */
export function sectionBlocks(section: SectionText, language: ActLanguage): readonly TemplateBlock[] {
  const parsed = parseTemplateText(section.body[language] ?? '')
  if (!parsed.ok) throw new Error(`a saved template holds ${parsed.problem.map((problem) => `${problem.code} ${problem.name}`).join(', ')}`)
  return parsed.value
}
