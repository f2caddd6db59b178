import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Person } from '#modules/directory/index.ts'
import type { MemberDraft } from './registration.ts'

/** What a card of the directory already says of someone who is to travel: the capacity is the first they hold that day. */
export function memberFromCard(
  { givenName, familyName, affiliations, email, phone }: Person,
  today: LocalDate,
): Pick<MemberDraft, 'givenName' | 'familyName' | 'capacity' | 'contact'> {
  const held = affiliations.find(({ startsOn, endsOn }) => (startsOn ?? today) <= today && (endsOn ?? today) >= today)
  return { givenName, familyName, capacity: held?.capacity ?? {}, contact: { email, phone, notes: null } }
}
