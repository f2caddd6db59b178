export type MeetingsEvent =
  | 'meetings.set_up'
  | 'meetings.changed'
  | 'meeting_participant.written'
  | 'meeting_participants.imported'
  | 'meeting_participant.removed'
  | 'meeting_representative.written'
  | 'meeting_representative.removed'
  | 'meeting_wish.written'
  | 'meeting_request.answered'
  | 'meeting_link.made'
  | 'meeting_link.revoked'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<MeetingsEvent, true> {}
}
