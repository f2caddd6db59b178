import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { composeMail } from '#platform/mail.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import { type ProgrammeContent, contentOf, emptyProgramme, freeze, thaw } from '../domain/content.ts'
import { type Change, type Delta, changesByMember, deltaBetween } from '../domain/delta.ts'
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
  /** Members whose own programme would change, and who travel, each with what changes for them. */
  readonly concerned: ReadonlyMap<string, readonly Change[]>
}

export async function previewRelease(ctx: Ctx, draft: ProgrammeDraft): Promise<ReleasePreview> {
  const last = await sql.loadRelease(ctx.tx, draft.mission.id)
  const content = contentOf(draft)
  const delta = deltaBetween(last ? thaw(last.text) : emptyProgramme, content)
  const travelling = new Set(draft.travellers.map(({ id }) => id))
  return { last: last?.number ?? 0, content, delta, concerned: new Map([...changesByMember(delta)].filter(([id]) => travelling.has(id))) }
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
  const counts = { itemCount: content.items.length, concernedCount: concerned.size }
  await sql.insertRelease(ctx.tx, mission.id, { id, number, name, note, ...freeze(content), ...counts }, ctx.now)
  await sql.tellMembers(ctx.tx, id, noticesOf(ctx, mission, number, concerned))
  return ok({ number, concernedCount: concerned.size })
}

/** The letter of each member, in both languages: the database knows in which to send it. What is said to several of one change is written once. */
function noticesOf(ctx: Ctx, mission: Mission, number: number, concerned: ReleasePreview['concerned']): sql.Notice[] {
  const writers = { fr: letterWriter(ctx, mission, number, 'fr'), en: letterWriter(ctx, mission, number, 'en') }
  return [...concerned].map(([memberId, changes]) => ({ memberId, letters: { fr: writers.fr(changes), en: writers.en(changes) } }))
}

function letterWriter(ctx: Ctx, mission: Mission, number: number, language: 'fr' | 'en'): (changes: readonly Change[]) => sql.Letter {
  const { letter } = programmeTexts[language]
  const letterhead = { language, publicUrl: ctx.services.publicUrl, organisationName: ctx.actor.organisationName }
  const said = new Map<Change, ReturnType<typeof letter.factOf>>()
  const written = new Map<string, sql.Letter>()
  const factOf = (change: Change) => {
    const fact = said.get(change) ?? letter.factOf(change)
    said.set(change, fact)
    return fact
  }
  return (changes) => {
    const facts = changes.map(factOf)
    const key = JSON.stringify(facts)
    const known = written.get(key) ?? composeMail(letter.message(mission.title, number, facts), letterhead)
    written.set(key, known)
    return known
  }
}
