import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { compositionSentence } from './domain/composition.ts'
import { type MissingFact, missingFacts } from './domain/completeness.ts'
import { isFrozen } from './domain/act.ts'
import type { ReportFacts } from './domain/facts.ts'
import { figuresMissing } from './domain/figures-check.ts'
import { loadAct, runningActs } from './sql/acts.ts'
import { type ActDocuments, buildDocuments, composeDocuments, draftContent, frozenContent } from './usecases/build-documents.ts'
import { type OpenProblem, frameAbout } from './usecases/open-act.ts'
import { type FileProblem, fileFormats, renderFile } from './usecases/render-file.ts'

export { closePdfPool } from './documents/pdf.ts'

/** An act as a command shows it: the four files, and what one checks before reading them. */
export type BuiltAct = {
  readonly facts: ReportFacts
  /** One sentence a mission, in the language of the act. */
  readonly compositions: readonly { readonly missionId: string; readonly sentence: string }[]
  readonly missing: readonly MissingFact[]
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

export type BuildProblem = OpenProblem | FileProblem | { readonly code: 'figures_do_not_add_up' }

/**
 * Builds the report and the deliberation about some missions. When one act already covers exactly these missions, it is that
 * act, as it was submitted if it was; otherwise it is what an act opened now would be, and nothing is stored.
 * Sums that do not agree with each other to the cent make no report at all.
 * @refuses figures_do_not_add_up, no_mission_chosen, not_an_authority, mission_already_ratified, document_too_long, pdf_timed_out
 */
export async function buildAct(ctx: Ctx, missionIds: readonly string[]): Promise<Outcome<BuiltAct, BuildProblem>> {
  const found = await contentOf(ctx, missionIds)
  if (!found.ok) return found
  const { facts, documents, language } = found.value
  if (figuresMissing(facts).some(({ severity }) => severity === 'blocks')) return refused({ code: 'figures_do_not_add_up' })
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const [name, document] of [['rapport', documents.report] as const, ['deliberation', documents.deliberation] as const]) {
    for (const format of fileFormats) {
      const file = await renderFile(document, format)
      if (!file.ok) return file
      files.push({ name: `${name}.${format}`, bytes: file.value })
    }
  }
  const compositions = facts.missions.map(({ id, members }) => ({
    missionId: id,
    sentence: compositionSentence(members, { language, authority: facts.authority.kind }),
  }))
  return ok({ facts, compositions, missing: missingFacts(facts, language), files })
}

type Content = { readonly facts: ReportFacts; readonly documents: ActDocuments; readonly language: 'fr' | 'en' }

async function contentOf(ctx: Ctx, missionIds: readonly string[]): Promise<Outcome<Content, OpenProblem>> {
  const running = await runningActs(ctx.tx, missionIds)
  const [actId, ...others] = new Set(missionIds.map((missionId) => running.get(missionId)))
  const act = actId && others.length === 0 ? await loadAct(ctx.tx, actId) : null
  if (act && act.missionIds.length === new Set(missionIds).size) {
    const { facts } = isFrozen(act) ? await frozenContent(ctx, act) : await draftContent(ctx, act)
    return ok({ facts, documents: await buildDocuments(ctx, act), language: act.language })
  }
  const frame = await frameAbout(ctx, missionIds)
  if (!frame.ok) return frame
  const content = await draftContent(ctx, frame.value)
  return ok({ facts: content.facts, documents: composeDocuments(content), language: content.language })
}
