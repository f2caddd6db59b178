import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Member, type MemberId, listMembers } from '#modules/delegations/index.ts'
import type { Mission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import type { Representative } from '../domain/participant.ts'
import type { ProblemCode } from '../domain/problems.ts'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { listRepresentatives } from '../sql/participants.ts'
import { listTravellers, setMember } from '../sql/travellers.ts'
import { openParticipant } from './write-participant.ts'

/** Members of the delegation whom the actor may say somebody is: one's own, or all for the organisers. */
function tellableMembers(ctx: Ctx, mission: Mission): Promise<Member[]> {
  return listMembers(ctx.tx, mission.id, mayOrganiseMeetings(ctx.actor, mission.partners) ? {} : { sentBy: ctx.actor.organisationId })
}

/** Who of a participant travels, as whom, and whom one may choose among. */
export async function readTravellers(ctx: Ctx, mission: Mission, eventId: string, people: readonly Representative[]) {
  const all = await listMembers(ctx.tx, mission.id)
  const choosable = new Set((await tellableMembers(ctx, mission)).map(({ id }) => id))
  const shown = new Map(
    all.map((member) => [member.id, { name: `${member.givenName} ${member.familyName}`.trim(), sender: member.organisationName }]),
  )
  const known = new Map((await listTravellers(ctx.tx, eventId)).map(({ whoId, memberId }) => [whoId, memberId]))
  return {
    people: people.map(({ id, givenName, familyName, memberId }) => ({
      id,
      name: `${givenName} ${familyName}`.trim(),
      memberId,
      known: shown.get((known.get(id) ?? '') as MemberId) ?? null,
    })),
    members: [...shown].flatMap(([id, member]) => (choosable.has(id) ? [{ id: id as string, ...member }] : [])),
  }
}

/**
 * Says which member of the delegation somebody who comes to the meetings is: their badge, their programme and their meetings are then one person's.
 * @param memberId null: recognised by name again
 * @refuses traveller_unknown, a_member_comes_once
 */
export async function sayTraveller(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  participantId: string,
  { representativeId, memberId }: { readonly representativeId: string; readonly memberId: string | null },
): Promise<Outcome<null, { readonly code: ProblemCode }>> {
  const { mission, event, participant } = await openParticipant(ctx, missionId, eventId, participantId)
  const person = found((await listRepresentatives(ctx.tx, event.id, participant.id)).find(({ id }) => id === representativeId))
  const members = await tellableMembers(ctx, mission)
  if (memberId !== null && !members.some(({ id }) => id === memberId)) return refused({ code: 'traveller_unknown' })
  await ctx.journal.event('meeting_representative.recognised')
  await setMember(ctx.tx, person.id, memberId)
  return ok(null)
}
