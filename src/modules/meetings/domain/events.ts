export type MeetingsEvent =
  | 'meetings.set_up'
  | 'meetings.changed'
  | 'meetings.instance_imported'
  | 'meeting_participant.written'
  | 'meeting_participants.imported'
  | 'meeting_participant.removed'
  | 'meeting_representative.written'
  | 'meeting_representative.removed'
  | 'meeting_representative.recognised'
  | 'meeting_wish.written'
  | 'meeting_request.answered'
  | 'meeting_slots.offered'
  | 'meeting_link.made'
  | 'meeting_link.revoked'
  | 'meeting_run.asked'
  | 'meeting_run.cancelled'
  | 'meeting_run.applied'
  | 'meeting_run.rolled_back'
  | 'meeting.locked'
  | 'meeting.placed'
  | 'meeting.taken_off'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<MeetingsEvent, true> {}
}
