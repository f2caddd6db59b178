import { assert } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import type { Ctx } from '#platform/context.ts'
import { type Act, type ActFrame, isFrozen, lifeOf } from '../domain/act.ts'
import { composeDeliberation, type DeliberationRecord } from '../domain/compose-deliberation.ts'
import { composeReport } from '../domain/compose-report.ts'
import type { ActDocument, ActLanguage } from '../domain/document.ts'
import type { ReportFacts } from '../domain/facts.ts'
import { NEW_ACT } from '../domain/lifecycle.ts'
import { type ActSnapshot, stamped, thaw } from '../domain/snapshot.ts'
import { type ActTemplates, agreementTemplates, defaultTemplates, withEdits } from '../domain/templates.ts'
import { loadSnapshot } from '../sql/acts.ts'
import { savedEdits } from './saved-edits.ts'
import { gatherFacts } from './gather-facts.ts'

export type ActDocuments = { readonly report: ActDocument; readonly deliberation: ActDocument }

/** What a document is made of: facts and templates, in one language. */
export type ActContent = { readonly facts: ReportFacts; readonly templates: ActTemplates; readonly language: ActLanguage }

/**
 * The two documents of an act. While it is being prepared they follow the facts of the moment; from its submission on they
 * come from the snapshot alone, and always the same.
 */
export async function buildDocuments(ctx: Ctx, act: Act): Promise<ActDocuments> {
  if (!isFrozen(act)) return composeDocuments(await draftContent(ctx, act), { ...record(ctx, act), life: NEW_ACT })
  const frozen = await frozenContent(ctx, act)
  const { report, deliberation } = composeDocuments(frozen, record(ctx, act))
  assert(act.digest !== null, 'a frozen act has the digest of its snapshot')
  return { report: stamped(report, act.digest), deliberation: stamped(deliberation, act.digest) }
}

/** The documents of an act that nobody has saved, or not yet submitted. */
export function composeDocuments({ facts, templates, language }: ActContent, record: DeliberationRecord = UNDECIDED): ActDocuments {
  return {
    report: composeReport(facts, templates, language),
    deliberation: composeDeliberation(facts, templates, language, record),
  }
}

const UNDECIDED: DeliberationRecord = { number: null, convenedOn: null, secretary: null, life: NEW_ACT }

export async function draftContent(ctx: Ctx, frame: ActFrame): Promise<ActContent> {
  const facts = await gatherFacts(ctx, frame)
  const { kind } = facts.authority
  const templates = facts.agreement ? agreementTemplates(kind) : withEdits(defaultTemplates(kind), await savedEdits(ctx.tx))
  return { facts, templates, language: frame.language }
}

/** What was given to the assembly; its hash is checked on the way. */
export async function frozenContent(ctx: Ctx, act: Act): Promise<ActSnapshot> {
  const snapshot = await loadSnapshot(ctx.tx, act.id)
  assert(snapshot !== null, 'a submitted act keeps its snapshot')
  return thaw(snapshot)
}

function record({ actor }: Ctx, act: Act): DeliberationRecord {
  const { deliberationNumber: number, convenedOn, secretary } = act
  return { number, convenedOn, secretary, life: lifeOf(act, asTimeZone(actor.timeZone)) }
}
