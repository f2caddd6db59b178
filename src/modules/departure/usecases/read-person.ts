import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { fileLink, loadFile } from '#platform/files.ts'
import { type Member, listMembers } from '#modules/delegations/index.ts'
import type { PassportTerm, Requirement } from '../domain/requirement.ts'
import { listPassportTerms, listRequirements } from '../sql/requirements.ts'
import { openDeparture } from './open-departure.ts'

export type PersonToLeave = {
  readonly person: Member
  readonly requirements: readonly Requirement[]
  /** Of the passport they told, if they did. */
  readonly passport: readonly PassportTerm[]
  /** The documents that prove something, by their id, each with a link that opens it for a while. */
  readonly files: Readonly<Record<string, { readonly href: string; readonly name: string }>>
}

/** What one of one's own people still needs. @throws NotFound for anyone else's. */
export async function readPerson(ctx: Ctx, missionId: string, memberId: string): Promise<PersonToLeave> {
  const mission = await openDeparture(ctx, missionId)
  const [person] = await listMembers(ctx.tx, mission.id, { memberId, sentBy: ctx.actor.organisationId })
  const requirements = await listRequirements(ctx.tx, mission.id, found(person).id)
  const files: Record<string, { href: string; name: string }> = {}
  for (const { fileId } of requirements) {
    if (fileId === null) continue
    const file = await loadFile(ctx, fileId)
    files[fileId] = { href: fileLink(ctx, file), name: file.name }
  }
  const passport = await listPassportTerms(ctx.tx, mission.id, found(person).id)
  return { person: found(person), requirements, passport, files }
}
