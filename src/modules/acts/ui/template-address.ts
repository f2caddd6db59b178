import { DELIBERATION_SECTIONS, REPORT_SECTIONS } from '../domain/templates.ts'
import type { ActTexts } from '../texts.fr.ts'
import type { TemplatePart } from '../usecases/edit-template.ts'

/** How an address names a document: /reglages/modeles/rapport/opening. */
export function documentSlug(document: TemplatePart['document']): string {
  return document === 'report' ? 'rapport' : 'deliberation'
}

/** The part an address names, or null when there is none. */
export function partOf(params: { readonly document: string; readonly section: string }): TemplatePart | null {
  const inReport = REPORT_SECTIONS.find((section) => section === params.section)
  if (params.document === 'rapport' && inReport !== undefined) return { document: 'report', section: inReport }
  const inDeliberation = DELIBERATION_SECTIONS.find((section) => section === params.section)
  if (params.document === 'deliberation' && inDeliberation !== undefined) return { document: 'deliberation', section: inDeliberation }
  return null
}

export function sectionName(texts: ActTexts, part: TemplatePart): string {
  const { reportSections, deliberationSections } = texts.templateList
  return part.document === 'report' ? reportSections[part.section] : deliberationSections[part.section]
}
