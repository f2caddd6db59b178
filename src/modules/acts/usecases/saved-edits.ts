import type { Tx } from '#platform/db.ts'
import type { Localized } from '#platform/pure/localized.ts'
import {
  DELIBERATION_SECTIONS,
  type DeliberationSection,
  type EditedTemplates,
  REPORT_SECTIONS,
  type ReportSection,
  type SectionText,
} from '../domain/templates.ts'
import { listTemplates, type TemplateRow } from '../sql/templates.ts'

/** What the authority rewrote of the two documents, from the rows of its templates. */
export async function savedEdits(tx: Tx): Promise<EditedTemplates> {
  const rows = await listTemplates(tx)
  return {
    report: edits<ReportSection>(rows, 'report', REPORT_SECTIONS),
    deliberation: edits<DeliberationSection>(rows, 'deliberation', DELIBERATION_SECTIONS),
  }
}

function edits<Section extends string>(
  rows: readonly TemplateRow[],
  kind: string,
  sections: readonly Section[],
): { readonly [S in Section]?: SectionText } {
  const textOf = (key: string): Localized | undefined => rows.find((row) => row.kind === kind && row.section === key)?.body
  const edited = sections.flatMap((section) => {
    const [heading, body] = [textOf(`${section}.heading`), textOf(`${section}.body`)]
    return heading === undefined && body === undefined ? [] : [[section, { heading: heading ?? {}, body: body ?? {} }]]
  })
  return Object.fromEntries(edited) as { [S in Section]?: SectionText }
}
