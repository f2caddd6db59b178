import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type PersonId, addPerson, loadPerson } from '#modules/directory/index.ts'
import '../domain/events.ts'
import type { MemberId } from '../domain/member.ts'
import type { CardProblem } from '../domain/problems.ts'
import { type OwnMember, lockOwnMember, updateMember } from '../sql/own-members.ts'
import { openOwnSubDelegation } from './own-sub-delegation.ts'

/**
 * Says which card of one's directory a member is. The member keeps the names and the capacity of this journey.
 * @throws NotFound for a card that is not in one's directory
 * @refuses by the database a_person_travels_once_per_mission
 */
export async function linkCard(ctx: Ctx, missionId: string, memberId: string, personId: string): Promise<Outcome<MemberId, never>> {
  const member = await openOwnMember(ctx, missionId, memberId)
  const { id } = found(await loadPerson(ctx.tx, personId))
  return setCard(ctx, member.id, id)
}

/** Leaves the member without a card; the card stays in the directory. */
export async function unlinkCard(ctx: Ctx, missionId: string, memberId: string): Promise<Outcome<MemberId, never>> {
  const member = await openOwnMember(ctx, missionId, memberId)
  return setCard(ctx, member.id, null)
}

/**
 * Opens a card in one's directory with what is known of the member, and links them.
 * @refuses person_known when a card has this name, email_is_one_address, phone_is_international
 */
export async function openCard(ctx: Ctx, missionId: string, memberId: string): Promise<Outcome<MemberId, CardProblem>> {
  const member = await openOwnMember(ctx, missionId, memberId)
  const { givenName, familyName, contact } = member
  const { email, phone } = contact
  const unknown = { honorific: null, originalScript: '', preferredLanguage: '' }
  const added = await addPerson(ctx, { givenName, familyName, email: email ?? '', phone: phone ?? '', ...unknown })
  if (added.ok) return setCard(ctx, member.id, added.value)
  switch (added.problem.code) {
    case 'person_known':
      return refused({ code: 'person_known' })
    case 'email_malformed':
      return refused({ code: 'email_is_one_address' })
    default:
      return refused({ code: 'phone_is_international' })
  }
}

async function openOwnMember(ctx: Ctx, missionId: string, memberId: string): Promise<OwnMember> {
  const mission = await openOwnSubDelegation(ctx, missionId)
  return found(await lockOwnMember(ctx.tx, mission.id, memberId, ctx.actor.organisationId))
}

async function setCard(ctx: Ctx, memberId: MemberId, personId: PersonId | null): Promise<Outcome<MemberId, never>> {
  await ctx.journal.event(personId === null ? 'member.card_unlinked' : 'member.card_linked')
  await updateMember(ctx.tx, memberId, { personId })
  return ok(memberId)
}
