import type { Instant } from '#platform/pure/instant.ts'
import { type Kept, changeKept } from '#platform/pure/kept.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Desk } from './desk.ts'
import { type SaidOutcome, toldAfter } from './desk-outcome.ts'
import type { WalkIn } from './walk-in.ts'

/** What the desk does. Each says what it looked at: what changed meanwhile is refused, never overwritten. */
export type Said =
  | { readonly kind: 'badge'; readonly code: string; readonly day: LocalDate }
  | { readonly kind: 'arrival'; readonly personId: string; readonly day: LocalDate }
  | { readonly kind: 'undo'; readonly personId: string; readonly day: LocalDate }
  | { readonly kind: 'move'; readonly meetingId: string; readonly fromSpotId: string; readonly spotId: string }
  | { readonly kind: 'swap'; readonly meetingId: string; readonly fromId: string; readonly toId: string }
  | ({ readonly kind: 'walk_in'; readonly meetingId: string } & WalkIn)
  | ({ readonly kind: 'outcome' } & SaidOutcome)
export type SaidKind = Said['kind']

/** What was done at a desk, as its device keeps it until it has left. It names people by their ids. */
export type KeptSaid = Kept & {
  readonly saidAt: Instant
  readonly said: Said
  /** Why it was refused. */
  readonly code?: string
  /** Whose badge it was. */
  readonly personId?: string
}

export type DeskReply = { readonly kind: 'kept'; readonly personId: string | null } | { readonly kind: 'refused'; readonly code: string }

/** Every refusal of the desk, each with its sentence. */
export const deskProblems = [
  'badge_unknown',
  'badge_of_nobody_here',
  'badge_of_several',
  'not_arrived',
  'day_unknown',
  'moved_meanwhile',
  'swapped_meanwhile',
  'told_meanwhile',
  'a_side_tells_its_own_meeting',
  'not_of_this_participant',
  'spot_unknown',
  'same_participant',
  'nobody_comes',
  'two_participants_meet_once',
  'two_meet_once_whoever_asked',
  'nobody_meets_twice_at_once',
  'nothing_serves_two_meetings_at_once',
  'no_spot_holds_two_meetings_at_once',
  'a_slot_with_meetings_stays',
  'request_key_reused',
  'forbidden',
  'required',
  'too_long',
  'date_malformed',
  'unknown',
] as const
export type DeskProblemCode = (typeof deskProblems)[number]

/** What the day looks like once something was done. Done twice, it is the same. */
export function deskAfter(desk: Desk, { said, saidAt, personId }: Pick<KeptSaid, 'said' | 'saidAt' | 'personId'>): Desk {
  switch (said.kind) {
    case 'badge':
      return personId ? { ...desk, arrived: { [personId]: saidAt, ...desk.arrived } } : desk
    case 'arrival':
      return { ...desk, arrived: { [said.personId]: saidAt, ...desk.arrived } }
    case 'undo':
      return { ...desk, arrived: Object.fromEntries(Object.entries(desk.arrived).filter(([id]) => id !== said.personId)) }
    case 'move':
      return changed(desk, said.meetingId, (meeting) =>
        meeting.spotId === said.fromSpotId ? { ...meeting, spotId: said.spotId } : meeting,
      )
    case 'swap':
      return changed(desk, said.meetingId, (meeting) => ({
        ...meeting,
        people: meeting.people.map((id) => (id === said.fromId ? said.toId : id)),
      }))
    case 'walk_in': {
      const { kind: _walkIn, meetingId, ...facts } = said
      if (desk.meetings.some(({ id }) => id === meetingId)) return desk
      return { ...desk, meetings: [...desk.meetings, { id: meetingId, ...facts }] }
    }
    case 'outcome': {
      const { kind: _outcome, ...word } = said
      return toldAfter(desk, word)
    }
  }
}

/** The day with all that was done here, and not refused, in the order it was done. */
export function deskWith(desk: Desk, entries: readonly KeptSaid[]): Desk {
  return entries.filter(({ state }) => state !== 'refused').reduce(deskAfter, desk)
}

/** The entries after one of them was answered. */
export function afterReply(entries: readonly KeptSaid[], sent: KeptSaid, reply: DeskReply): KeptSaid[] {
  if (reply.kind === 'refused') return changeKept(entries, sent, { state: 'refused', code: reply.code })
  return changeKept(entries, sent, { state: 'sent', ...(reply.personId ? { personId: reply.personId } : {}) })
}

function changed(desk: Desk, meetingId: string, by: (meeting: Desk['meetings'][number]) => Desk['meetings'][number]): Desk {
  return { ...desk, meetings: desk.meetings.map((meeting) => (meeting.id === meetingId ? by(meeting) : meeting)) }
}
