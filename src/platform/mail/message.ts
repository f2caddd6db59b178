export type MailLink = { readonly label: string; readonly path: string }

/**
 * What a message says, without any markup: the house writes the letter around it. Every text may hold
 * words typed by users; none of it becomes markup, and none of it becomes a link.
 */
export type MailMessage = {
  readonly subject: string
  /** Shown as heading; the subject when absent. */
  readonly title?: string
  readonly paragraphs: readonly string[]
  readonly facts?: readonly { readonly label: string; readonly value: string }[]
  /** A code to copy, shown large. */
  readonly code?: string
  /** The only link of the message, its choices aside. It leads into the product: `path` begins with one slash. */
  readonly action?: MailLink
  /** A question one answers from the letter: a few answers, each with its link into the product. */
  readonly choices?: { readonly question: string; readonly answers: readonly MailLink[] }
  /** Said after the link. */
  readonly closing?: readonly string[]
}

/** What an appointment that comes by mail asks of the reader's calendar (RFC 5546); its twin is a CHECK of 0055_mail_calendar.sql. */
export const calendarMethods = ['REQUEST', 'CANCEL'] as const
export type CalendarMethod = (typeof calendarMethods)[number]

/** One appointment that goes with a message: an iCalendar object (RFC 5545) whose METHOD is `method`. */
export type MailCalendar = { readonly method: CalendarMethod; readonly content: string }
