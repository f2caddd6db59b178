import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { composeMail } from '#platform/mail.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import { type ProgrammeContent, contentOf, emptyProgramme, freeze, thaw } from '../domain/content.ts'
import { type Delta, changesFor, concernedBy, deltaBetween } from '../domain/delta.ts'
import '../domain/events.ts'
import { type ReleaseId, type ReleaseProblem, decideRelease } from '../domain/release.ts'
import { mayArrange } from '../domain/rights.ts'
import * as sql from '../sql.ts'
import { programmeTexts } from '../texts.ts'
import { type ProgrammeDraft, readDraft, warningsOfDraft } from './read-draft.ts'

/** What releasing the draft now would do. */
export type ReleasePreview = {
  readonly last: number
  readonly content: ProgrammeContent
  readonly delta: Delta
  /** Members whose own programme would change, and who travel. */
  readonly concerned: readonly string[]
}

export async function previewRelease(ctx: Ctx, draft: ProgrammeDraft): Promise<ReleasePreview> {
  const last = await sql.loadRelease(ctx.tx, draft.mission.id)
  const content = contentOf(draft)
  const delta = deltaBetween(last ? thaw(last.text) : emptyProgramme, content)
  const travelling = new Set(draft.travellers.map(({ id }) => id))
  return { last: last?.number ?? 0, content, delta, concerned: concernedBy(delta).filter((id) => travelling.has(id)) }
}

/**
 * Releases the draft: freezes it under the next number, and tells each member what changed for them and nothing else, in one transaction. Holds the
 * lock of the programme, so that of two releases at once the second sees the first. `seen` is the last release its author looked at.
 * The database places the people itself from the frozen text, and refuses a release that has somebody in two places.
 * @refuses released_meanwhile, nothing_to_release, nothing_changed, blocking_warnings
 */
export async function releaseProgramme(
  ctx: Ctx,
  missionId: string,
  { seen, name, note }: { readonly seen: number; readonly name: Localized; readonly note: Localized },
): Promise<Outcome<{ readonly number: number; readonly concernedCount: number }, ReleaseProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayArrange(ctx.actor, mission.partners))
  await sql.lockProgramme(ctx.tx, mission.id, 'releasing')
  const draft = await readDraft(ctx, mission.id)
  const { last, content, delta, concerned } = await previewRelease(ctx, draft)
  const decided = decideRelease({ seen, last, itemCount: content.items.length, delta, warnings: warningsOfDraft(draft) })
  if (!decided.ok) return decided
  const { number } = decided.value
  const id = crypto.randomUUID() as ReleaseId
  await ctx.journal.event('programme.released')
  const counts = { itemCount: content.items.length, concernedCount: concerned.length }
  await sql.insertRelease(ctx.tx, mission.id, { id, number, name, note, ...freeze(content), ...counts }, ctx.now)
  await sql.tellMembers(
    ctx.tx,
    id,
    concerned.map((memberId) => noticeFor(ctx, mission, memberId, number, delta)),
  )
  return ok({ number, concernedCount: concerned.length })
}

/** The letter of one member, in both languages: the database knows in which to send it. */
function noticeFor(ctx: Ctx, mission: Mission, memberId: string, number: number, delta: Delta): sql.Notice {
  const changes = changesFor(delta, memberId)
  const letterIn = (language: 'fr' | 'en') =>
    composeMail(programmeTexts[language].letter.message(mission.title, number, changes), {
      language,
      publicUrl: ctx.services.publicUrl,
      organisationName: ctx.actor.organisationName,
    })
  return { memberId, letters: { fr: letterIn('fr'), en: letterIn('en') } }
}
