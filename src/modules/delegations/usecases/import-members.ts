import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { plainSpaces } from '#platform/pure/spaces.ts'
import '../domain/events.ts'
import { type GivenRow, type PlannedRow, planImport } from '../domain/import-plan.ts'
import type { MemberId } from '../domain/member.ts'
import type { ImportProblem } from '../domain/problems.ts'
import { releaseHead } from '../sql/own-members.ts'
import {
  type ContactRecord,
  type MemberRecord,
  foldTexts,
  insertMembers,
  loadSubDelegation,
  lockSubDelegation,
  saveContacts,
  updateMembers,
} from '../sql/sub-delegation.ts'
import { openOwnSubDelegation } from './own-sub-delegation.ts'

export type ImportedLine = { readonly line: number; readonly given: GivenRow }
export type ImportCounts = { readonly created: number; readonly updated: number; readonly same: number }

/** What is refused, line by line, so that the API can say it too. */
export type RefusedImport = ImportProblem & { readonly lines: ReadonlyArray<Pick<PlannedRow, 'line' | 'problems'>> }

/** What an import would do, without doing it. */
export async function planMembers(ctx: Ctx, missionId: string, lines: readonly ImportedLine[]): Promise<PlannedRow[]> {
  const mission = await openOwnSubDelegation(ctx, missionId)
  const known = await loadSubDelegation(ctx.tx, mission.id, ctx.actor.organisationId)
  const names = lines.map(({ given }) => `${plainSpaces(given.familyName)}|${plainSpaces(given.givenName)}`)
  const represented = lines.map(({ given }) => plainSpaces(given.represents ?? ''))
  const [nameKeys, representsKeys] = [await foldTexts(ctx.tx, names), await foldTexts(ctx.tx, represented)]
  return planImport(
    known,
    lines.map(({ line, given }, index) => ({ line, given, nameKey: nameKeys[index] ?? '', representsKey: representsKeys[index] ?? '' })),
  )
}

/**
 * Writes a whole file of members in one transaction, or nothing. The same file again changes nothing.
 * @refuses import_is_empty, import_has_problems with the problems of each line, and what the constraints refuse when a colleague was faster
 */
export async function importMembers(
  ctx: Ctx,
  missionId: string,
  lines: readonly ImportedLine[],
): Promise<Outcome<ImportCounts, RefusedImport>> {
  if (lines.length === 0) return refused({ code: 'import_is_empty', lines: [] })
  await lockSubDelegation(ctx.tx, missionId, ctx.actor.organisationId)
  const plan = await planMembers(ctx, missionId, lines)
  const wrong = plan.filter((row) => row.effect === 'refused')
  if (wrong.length > 0) return refused({ code: 'import_has_problems', lines: wrong.map(({ line, problems }) => ({ line, problems })) })
  await ctx.journal.event('members.imported')
  await writePlan(ctx, missionId, plan)
  return ok(countPlan(plan))
}

/** How many lines bring someone new, change someone, or change nothing. */
export function countPlan(plan: readonly PlannedRow[]): ImportCounts {
  const count = (effect: PlannedRow['effect']) => plan.filter((row) => row.effect === effect).length
  return { created: count('create'), updated: count('update'), same: count('same') }
}

/** Writes what was planned: those who change, then those who are new, then how to reach them. */
export async function writePlan(ctx: Ctx, missionId: string, plan: readonly PlannedRow[]): Promise<void> {
  const created: MemberRecord[] = []
  const updated: MemberRecord[] = []
  const contacts: ContactRecord[] = []
  for (const { known, effect, draft } of plan) {
    if (effect === 'same') continue
    const { contact, ...facts } = draft
    const id = known?.id ?? (crypto.randomUUID() as MemberId)
    const written = known ? updated : created
    written.push({ id, ...facts })
    contacts.push({ memberId: id, ...contact })
  }
  // Whoever led makes room first: the constraint looks at each row as it is written.
  if (plan.some((row) => row.known?.function === 'head' && row.draft.function !== 'head')) {
    await releaseHead(ctx.tx, missionId, ctx.actor.organisationId)
  }
  await updateMembers(ctx.tx, updated)
  await insertMembers(ctx.tx, missionId, created)
  await saveContacts(ctx.tx, missionId, contacts)
}
