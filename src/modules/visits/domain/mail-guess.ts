import type { Locale } from '#platform/pure/locale.ts'

/** What a message seems to say of who asks; a person corrects it. */
export type MailGuess = {
  readonly contactName: string
  readonly contactEmail: string
  readonly contactPhone: string
  /** From the address, when its domain is a country's; ISO 3166-1 alpha-2, or empty. */
  readonly country: string
  readonly peopleCount: number | null
  readonly language: Locale
  readonly topics: string
  /** The message without the heads of those who forwarded it. */
  readonly purpose: string
  readonly original: string
}

type Sender = { readonly name: string; readonly email: string; readonly subject: string }

const address = /[^\s<>()[\]";:,]+@[^\s<>()[\]";:,]+\.[a-z]{2,}/i
const senderLine = /^[>\s*]*(?:from|de|von|da)\s*:\**\s*(.+)$/im
const subjectLine = /^[>\s*]*(?:subject|objet|betreff|oggetto)\s*:\**\s*(.+)$/im
const headLine = /^[>\s*]*(?:from|de|von|da|to|à|a|cc|date|sent|envoyé|subject|objet|betreff|oggetto)\s*:\**.*$/i
const forwardLine = /^-{2,}.*(?:forwarded|transféré|original|weitergeleitet|inoltrato).*$/i

/** Reads a plain message. Heads written by a mail program above a forwarded message name who wrote it in the first place; the deepest are right. */
export function guessFromText(text: string, sender: Sender): MailGuess {
  const lines = text.split(/\r?\n/)
  const from = lastMatch(text, senderLine) ?? `${sender.name} <${sender.email}>`
  const subject = (lastMatch(text, subjectLine) ?? sender.subject).replace(/^\s*(?:(?:re|fw|fwd|tr)\s*:\s*)+/i, '').trim()
  const email = address.exec(from)?.[0].toLowerCase() ?? sender.email.toLowerCase()
  const body = lines
    .filter((line) => !headLine.test(line) && !forwardLine.test(line))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
  return {
    contactName: from
      .replace(address, '')
      .replaceAll(/[<>"()[\]]|mailto:/g, '')
      .trim()
      .slice(0, 200),
    contactEmail: email,
    contactPhone: /(?:tel|tél|phone|ph)\.?\s*:?\s*(\+?[\d][\d\s().-]{6,20}\d)/i.exec(text)?.[1]?.trim() ?? '',
    country: countryOf(email),
    peopleCount: peopleIn(body),
    language: isFrench(body) ? 'fr' : 'en',
    topics: subject.slice(0, 300),
    purpose: body.slice(0, 8000),
    original: text,
  }
}

function lastMatch(text: string, pattern: RegExp): string | undefined {
  return [...text.matchAll(new RegExp(pattern, 'gim'))].at(-1)?.[1]?.trim()
}

/** A domain of two letters is that of a country (ISO 3166-1, ccTLD), but for the United Kingdom and what is no country. */
function countryOf(email: string): string {
  const domain = /\.([a-z]{2})$/.exec(email)?.[1] ?? ''
  if (domain === 'uk') return 'GB'
  return domain === '' || ['eu', 'io', 'ai', 'co', 'tv', 'me', 'ac', 'su'].includes(domain) ? '' : domain.toUpperCase()
}

function peopleIn(text: string): number | null {
  const found =
    /\b(\d{1,4})\s+(?:personnes|membres|participants|représentants|élus|people|persons|members|delegates|representatives|officials)\b/i.exec(
      text,
    )
  const count = Number(found?.[1] ?? 0)
  return count > 0 ? count : null
}

function isFrench(text: string): boolean {
  const count = (words: RegExp) => text.match(words)?.length ?? 0
  return count(/\b(?:le|la|les|des|nous|votre|vous|pour|une|et|est)\b/gi) >= count(/\b(?:the|and|of|we|our|your|you|for|to|is)\b/gi)
}
