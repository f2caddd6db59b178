import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { loadPerson } from '#modules/directory/index.ts'
import '../domain/events.ts'
import type { MemberId } from '../domain/member.ts'
import { type MemberDraft, type RegistrationProblem, decideRegistration } from '../domain/registration.ts'
import { findWithdrawn, insertMember, saveContact, updateMember } from '../sql/own-members.ts'
import { openOwnSubDelegation } from './own-sub-delegation.ts'

/**
 * Registers someone in the acting organisation's sub-delegation. A person of the same name who had withdrawn comes back:
 * one row, one history. `personId`: their card in one's directory.
 * @throws NotFound for a card that is not in it
 * @refuses names_are_not_empty, a_company_member_represents_someone, email_is_one_address, phone_is_international, and by the
 *   database a_name_is_listed_once_per_sub_delegation, a_person_travels_once_per_mission, one_head_per_sub_delegation, one_member_per_external_key
 */
export async function registerMember(
  ctx: Ctx,
  missionId: string,
  draft: MemberDraft,
  personId: string | null = null,
): Promise<Outcome<MemberId, RegistrationProblem>> {
  const mission = await openOwnSubDelegation(ctx, missionId)
  const decided = decideRegistration(draft)
  if (!decided.ok) return decided
  const { contact, ...facts } = decided.value
  const card = personId === null ? {} : { personId: found(await loadPerson(ctx.tx, personId)).id }
  const values = { ...facts, ...card, state: 'registered' as const }
  const former = await findWithdrawn(ctx.tx, mission.id, ctx.actor.organisationId, decided.value)
  await ctx.journal.event(former ? 'member.returned' : 'member.registered')
  if (former) await updateMember(ctx.tx, former, values)
  const memberId = former ?? (await insertMember(ctx.tx, mission.id, values))
  await saveContact(ctx.tx, mission.id, memberId, contact)
  return ok(memberId)
}
