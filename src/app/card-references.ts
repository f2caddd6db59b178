import { partyReferences } from '#modules/agreements/index.ts'
import { memberReferences } from '#modules/delegations/index.ts'
import type { CardReferences } from '#modules/directory/index.ts'
import { contactReferences } from '#modules/meetings/index.ts'
import { partnerReferences } from '#modules/missions/index.ts'
import { applicantReferences } from '#modules/registration/index.ts'
import { exchangeReferences } from '#modules/relations/index.ts'
import { sharerReferences } from '#modules/strategy/index.ts'

/** Every module whose rows name cards of the directory, with the door by which a merge makes them name another. */
export const cardReferences: readonly CardReferences[] = [
  sharerReferences,
  partyReferences,
  exchangeReferences,
  partnerReferences,
  memberReferences,
  applicantReferences,
  contactReferences,
]

/**
 * Columns that name a card and never change: a merge that would need them to is refused by the database, and says so.
 * What an account line was written with stays; an invitation was sent to the name it was sent to.
 */
export const lastingReferences = [
  'budget.expense.beneficiary_id',
  'missions.partner_invitation.invited_organisation_id',
  'missions.partner_invitation.accepted_organisation_id',
] as const
