import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { RepresentativeDraft } from '../domain/participant.ts'
import type { ProblemCode } from '../domain/problems.ts'
import * as sql from '../sql/participants.ts'
import { openParticipant } from './write-participant.ts'

/**
 * Changes what is known of somebody who comes, whatever meetings they have. How to reach them, and what they agreed to show, is changed by who brings
 * the participant alone; of somebody brought by another, the rest.
 * @refuses stale_edit when somebody changed it meanwhile
 */
export async function changeRepresentative(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  participantId: string,
  representativeId: string,
  version: number,
  draft: RepresentativeDraft,
): Promise<Outcome<null, { readonly code: ProblemCode }>> {
  const { mission, event, participant } = await openParticipant(ctx, missionId, eventId, participantId)
  const person = found((await sql.listRepresentatives(ctx.tx, event.id, participant.id)).find(({ id }) => id === representativeId))
  const isKeeper = participant.organisationId === ctx.actor.organisationId
  allow(isKeeper || (draft.email === null && draft.phone === null))
  await ctx.journal.event('meeting_representative.written')
  const consents = isKeeper ? draft.consents : person.consents
  if (!(await sql.updateRepresentative(ctx.tx, person.id, version, { ...draft, consents }))) return refused({ code: 'stale_edit' })
  if (isKeeper) await sql.replaceContact(ctx.tx, mission.id, event.id, { ...draft, id: person.id, participantId: participant.id })
  return ok(null)
}
