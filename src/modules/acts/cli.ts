import { loadAgreement } from '#modules/agreements/index.ts'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { compositionSentence } from './domain/composition.ts'
import { type MissingFact, missingFacts } from './domain/completeness.ts'
import { type Act, type ActFrame, isFrozen } from './domain/act.ts'
import type { ReportFacts } from './domain/facts.ts'
import { figuresMissing } from './domain/figures-check.ts'
import { loadAct, loadActAbout, runningActs } from './sql/acts.ts'
import { type ActDocuments, buildDocuments, composeDocuments, draftContent, frozenContent } from './usecases/build-documents.ts'
import { type AgreementActProblem, frameAboutAgreement } from './usecases/open-agreement-act.ts'
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

/** What a command builds an act about. */
export type Subject = { readonly missionIds: readonly string[] } | { readonly agreementId: string }

export type BuildProblem = OpenProblem | AgreementActProblem | FileProblem | { readonly code: 'figures_do_not_add_up' }

/**
 * Builds the report and the deliberation about some missions, or about an agreement. When one act already covers exactly these
 * missions, or this agreement, it is that act, as it was submitted if it was; otherwise it is what an act opened now would be, and
 * nothing is stored. Sums that do not agree with each other to the cent make no report at all.
 * @refuses figures_do_not_add_up, no_mission_chosen, not_an_authority, mission_already_ratified, agreement_not_before_the_assembly,
 * document_too_long, pdf_timed_out
 */
export async function buildAct(ctx: Ctx, subject: Subject): Promise<Outcome<BuiltAct, BuildProblem>> {
  const content = 'agreementId' in subject ? await contentOfAgreement(ctx, subject.agreementId) : await contentOf(ctx, subject.missionIds)
  if (!content.ok) return content
  const { facts, documents, language } = content.value
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
  if (act && act.missionIds.length === new Set(missionIds).size) return ok(await asItStands(ctx, act))
  const frame = await frameAbout(ctx, missionIds)
  return frame.ok ? ok(await asItWouldBe(ctx, frame.value)) : frame
}

async function contentOfAgreement(ctx: Ctx, agreementId: string): Promise<Outcome<Content, AgreementActProblem>> {
  const act = await loadActAbout(ctx.tx, agreementId)
  if (act) return ok(await asItStands(ctx, act))
  const frame = await frameAboutAgreement(ctx, found(await loadAgreement(ctx.tx, agreementId)))
  return frame.ok ? ok(await asItWouldBe(ctx, frame.value)) : frame
}

async function asItStands(ctx: Ctx, act: Act): Promise<Content> {
  const { facts } = isFrozen(act) ? await frozenContent(ctx, act) : await draftContent(ctx, act)
  return { facts, documents: await buildDocuments(ctx, act), language: act.language }
}

async function asItWouldBe(ctx: Ctx, frame: ActFrame): Promise<Content> {
  const content = await draftContent(ctx, frame)
  return { facts: content.facts, documents: composeDocuments(content), language: content.language }
}
