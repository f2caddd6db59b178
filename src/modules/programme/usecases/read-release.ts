import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import { type Member, listMembers } from '#modules/delegations/index.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import { type ProgrammeContent, emptyProgramme, thaw } from '../domain/content.ts'
import { type Change, changesOf, deltaBetween } from '../domain/delta.ts'
import type { Release } from '../domain/release.ts'
import * as sql from '../sql.ts'

export type ReadRelease = {
  readonly mission: Mission
  readonly release: Release
  readonly content: ProgrammeContent
  readonly changes: readonly Change[]
  /** Withdrawn included: a release may speak of them. */
  readonly members: readonly Member[]
}

/** A release with what it changed. `number` null is the latest; a number that is no number is a release that does not exist. */
export async function readRelease({ tx }: Ctx, missionId: string, number: string | null): Promise<ReadRelease> {
  const mission = found(await loadMission(tx, missionId))
  const wanted = number === null ? undefined : found(numberOf(number))
  const { text, ...release } = found(await sql.loadRelease(tx, mission.id, wanted))
  const before = release.number > 1 ? await sql.loadRelease(tx, mission.id, release.number - 1) : null
  const content = thaw(text)
  return {
    mission,
    release,
    content,
    changes: changesOf(deltaBetween(before ? thaw(before.text) : emptyProgramme, content)),
    members: await listMembers(tx, mission.id, { state: 'any' }),
  }
}

/** The latest released programme, or null while nothing was released. */
export async function latestProgramme(tx: Tx, missionId: string): Promise<ProgrammeContent | null> {
  const latest = await sql.loadRelease(tx, missionId)
  return latest && thaw(latest.text)
}

function numberOf(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}
