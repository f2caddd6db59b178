import type { Ctx } from '#platform/context.ts'
import { type FileProblem, keepFile } from '#platform/files.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { listMembers } from '#modules/identity/index.ts'
import type { Mission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import { type Marking, type MarkingProblem, decideMarking } from '../domain/marking.ts'
import { nameOf } from '../domain/requirement.ts'
import * as sql from '../sql/requirements.ts'
import { openDeparture } from './open-departure.ts'

/** A document that proves something, as it was sent. */
export type Evidence = { readonly name: string; readonly bytes: Uint8Array }

/**
 * Says that some requirements are met, are not needed, or are to do after all: one, or the same one for many people.
 * `names`: as `nameOf` writes them. The evidence is a file of the sending organisation alone.
 * @refuses nothing_chosen, not_asked, done_with_evidence, done_in_the_future, not_needed_says_why, a_mandate_is_recorded_in_own_part,
 *   no_copy_of_passport_or_health, file_empty, file_too_large
 */
export async function markItems(
  ctx: Ctx,
  missionId: string,
  names: readonly string[],
  marking: Marking,
  file?: Evidence,
): Promise<Outcome<number, MarkingProblem | FileProblem>> {
  const mission = await openDeparture(ctx, missionId)
  const targets = await chosen(ctx, mission, names)
  if (!targets.ok) return targets
  const decided = decideMarking(targets.value, marking, { hasFile: file !== undefined, today: ctx.today })
  if (!decided.ok) return decided
  await ctx.journal.event('departure.marked')
  const kept = file && decided.value.state === 'done' ? await keepFile(ctx, { ...file, missionId: mission.id }) : ok(null)
  if (!kept.ok) return kept
  await sql.markItems(
    ctx.tx,
    targets.value.map((key) => ({ missionId: mission.id, key })),
    decided.value,
    kept.value?.id ?? null,
  )
  return ok(targets.value.length)
}

/**
 * Gives some requirements an owner among one's colleagues, and a term.
 * @refuses nothing_chosen, not_asked, owner_of_another_organisation
 */
export async function assignItems(
  ctx: Ctx,
  missionId: string,
  names: readonly string[],
  { ownerAccountId, dueOn }: { readonly ownerAccountId: string | null; readonly dueOn: LocalDate | null },
): Promise<Outcome<number, MarkingProblem>> {
  const mission = await openDeparture(ctx, missionId)
  const targets = await chosen(ctx, mission, names)
  if (!targets.ok) return targets
  const colleague = ownerAccountId === null ? null : (await listMembers(ctx.tx)).find(({ accountId }) => accountId === ownerAccountId)
  if (colleague === undefined) return refused({ code: 'owner_of_another_organisation' })
  await ctx.journal.event('departure.assigned')
  const owner = colleague && { accountId: colleague.accountId, name: colleague.name }
  await sql.assignItems(
    ctx.tx,
    targets.value.map((key) => ({ missionId: mission.id, key })),
    { owner, dueOn },
  )
  return ok(targets.value.length)
}

/** What is really asked of one's people, among what a form names. */
async function chosen(ctx: Ctx, mission: Mission, names: readonly string[]) {
  await sql.lockItems(ctx.tx, mission.id)
  const asked = new Map((await sql.listRequirements(ctx.tx, mission.id)).map((each) => [nameOf(each), each]))
  const targets = [...new Set(names)].map((name) => asked.get(name))
  if (targets.length === 0) return refused({ code: 'nothing_chosen' })
  const known = targets.filter((each) => each !== undefined)
  return known.length === targets.length ? ok(known) : refused({ code: 'not_asked' })
}
