import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { pick } from '#platform/pure/localized.ts'
import { type ActId, isFrozen } from '../domain/act.ts'
import type { ActDocument } from '../domain/document.ts'
import { mayEditTemplates } from '../domain/rights.ts'
import { loadAct } from '../sql/acts.ts'
import { buildDocuments } from './build-documents.ts'
import { missionsOfAct } from './missions-of-act.ts'

export type DocumentKind = 'report' | 'deliberation'

export type ShownDocument = {
  readonly actId: ActId
  readonly kind: DocumentKind
  readonly document: ActDocument
  /** The digest of the snapshot the document comes from; null for a draft. */
  readonly digest: string | null
  /** What the figures of each mission are named by, in the reader's language. */
  readonly missionTitles: Readonly<Record<string, string>>
  readonly mayEditTexts: boolean
}

/** One document of an act, and what its figures lead to. */
export async function loadDocumentPage(ctx: Ctx, actId: string, kind: DocumentKind): Promise<ShownDocument> {
  const act = found(await loadAct(ctx.tx, actId))
  const missions = await missionsOfAct(ctx, act)
  return {
    actId: act.id,
    kind,
    document: (await buildDocuments(ctx, act))[kind],
    digest: isFrozen(act) ? act.digest : null,
    missionTitles: Object.fromEntries(
      missions.flatMap(({ id, title }) => (title === null ? [] : [[id, pick(title, ctx.actor.locale).text]])),
    ),
    // The sentences of an approval are ours.
    mayEditTexts: act.agreementId === null && mayEditTemplates(ctx.actor),
  }
}
