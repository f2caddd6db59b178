import type { Ctx } from '#platform/context.ts'
import { DELIBERATION_SECTIONS, REPORT_SECTIONS, type SectionText, withEdits } from '../domain/templates.ts'
import { ownDefaults, type TemplatePart } from './edit-template.ts'
import { savedEdits } from './saved-edits.ts'

export type PartLine = TemplatePart & { readonly text: SectionText; readonly isEdited: boolean }

/** Every part of the two documents as the next act will say it. */
export async function listParts(ctx: Ctx): Promise<PartLine[]> {
  const edits = await savedEdits(ctx.tx)
  const texts = withEdits(await ownDefaults(ctx), edits)
  return [
    ...REPORT_SECTIONS.map((section) => ({
      document: 'report' as const,
      section,
      text: texts.report[section],
      isEdited: edits.report?.[section] !== undefined,
    })),
    ...DELIBERATION_SECTIONS.map((section) => ({
      document: 'deliberation' as const,
      section,
      text: texts.deliberation[section],
      isEdited: edits.deliberation?.[section] !== undefined,
    })),
  ]
}
