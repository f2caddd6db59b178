export { type ComposedMail, composeMail } from './mail/compose.ts'
export { type CalendarMethod, type MailCalendar, type MailMessage, calendarMethods } from './mail/message.ts'
export {
  type ListedMail,
  type MailState,
  type OutboxMail,
  latestSystemText,
  listKeptMail,
  listKeptSystemMail,
  listMail,
  mailStates,
} from './mail/outbox.ts'
export { type MailId, type MailProblem, type OutgoingMail, queueMail, queueMailFor, queueSystemMail } from './mail/queue.ts'
