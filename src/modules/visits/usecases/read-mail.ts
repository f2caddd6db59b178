import PostalMime from 'postal-mime'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type MailGuess, guessFromText } from '../domain/mail-guess.ts'

export type MailProblem = { readonly code: 'mail_unreadable' | 'mail_too_long' }

/** The largest message we read, attachments included. */
export const longestMailBytes = 10 * 1024 * 1024
const longestText = 50_000

/**
 * Reads a message saved as a file (.eml, RFC 5322): who wrote, when, and what. When it was forwarded, the one it forwards is what counts.
 * What it says is only proposed: a person reads the form before it is entered.
 * @refuses mail_unreadable when there are no words in it, mail_too_long
 */
export async function readMail(content: Uint8Array): Promise<Outcome<MailGuess, MailProblem>> {
  if (content.byteLength > longestMailBytes) return refused({ code: 'mail_too_long' })
  const mail = await PostalMime.parse(content, { maxNestingDepth: 50 }).catch(() => null)
  const attached = mail?.attachments.find(({ mimeType }) => mimeType === 'message/rfc822')
  if (attached && attached.content instanceof ArrayBuffer) {
    const forwarded = await readMail(new Uint8Array(attached.content))
    if (forwarded.ok) return forwarded
  }
  const text = (mail?.text ?? wordsOf(mail?.html ?? '')).trim()
  if (!mail || (text === '' && !mail.subject)) return refused({ code: 'mail_unreadable' })
  const sender = mail.from && 'address' in mail.from ? mail.from : undefined
  return ok(
    guessFromText(text.slice(0, longestText), {
      name: sender?.name ?? '',
      email: sender?.address ?? '',
      subject: mail.subject ?? '',
    }),
  )
}

/** The same for a message pasted as text. @refuses mail_unreadable, mail_too_long */
export function readPastedMail(text: string): Outcome<MailGuess, MailProblem> {
  if (text.length > longestText) return refused({ code: 'mail_too_long' })
  if (text.trim() === '') return refused({ code: 'mail_unreadable' })
  return ok(guessFromText(text.trim(), { name: '', email: '', subject: '' }))
}

/** The words of a message written in HTML alone; what it holds besides is left. */
function wordsOf(html: string): string {
  return html
    .replaceAll(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<br\b[^>]*>|<\/(p|div|tr|li|h[1-6])>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&nbsp;/g, ' ')
    .replaceAll(/&lt;/g, '<')
    .replaceAll(/&gt;/g, '>')
    .replaceAll(/&quot;/g, '"')
    .replaceAll(/&#39;/g, "'")
    .replaceAll(/&amp;/g, '&')
    .replaceAll(/\n{3,}/g, '\n\n')
}
