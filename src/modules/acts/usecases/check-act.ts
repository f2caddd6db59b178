import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Act } from '../domain/act.ts'
import { blockingCount, missingFacts, type MissingFact } from '../domain/completeness.ts'
import { freeze } from '../domain/snapshot.ts'
import { loadAct } from '../sql/acts.ts'
import { type ActContent, draftContent } from './build-documents.ts'

export type ActCheck = {
  readonly act: Act
  readonly content: ActContent
  readonly missing: readonly MissingFact[]
  readonly blockingCount: number
  /** Missions of the act in which the organisation no longer takes part: their figures are out of reach. */
  readonly lostMissionCount: number
  /** SHA-256 of what would be submitted now: whoever submits names what they have read. */
  readonly digest: string
}

/** What an act under preparation still lacks, and who can supply it. */
export async function checkAct(ctx: Ctx, actId: string): Promise<ActCheck> {
  return checkContent(ctx, found(await loadAct(ctx.tx, actId)))
}

export async function checkContent(ctx: Ctx, act: Act): Promise<ActCheck> {
  const content = await draftContent(ctx, act)
  const missing = missingFacts(content.facts, act.language)
  return {
    act,
    content,
    missing,
    blockingCount: blockingCount(missing),
    lostMissionCount: act.missionIds.length - content.facts.missions.length,
    digest: freeze(content.facts, content.templates, content.language).hash,
  }
}
