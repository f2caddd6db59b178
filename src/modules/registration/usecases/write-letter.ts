import { createHash } from 'node:crypto'
import { type ComposedMail, composeMail } from '#platform/mail.ts'
import { canonicalJson } from '#platform/pure/canonical-json.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import type { LetterKind, LetterWords } from '../domain/letter.ts'
import { pagePath } from '../domain/secret.ts'
import { letterTexts } from '../texts/letter-texts.ts'

type Subject = {
  readonly givenName: string
  readonly familyName: string
  readonly language: Locale
  readonly organisationName: string
  readonly title: Localized
}

/** What a decision says to the applicant, in their language. The reason is theirs to read: officers write it knowing so. */
export function wordsOf(
  kind: LetterKind,
  { givenName, familyName, language, organisationName, title }: Subject,
  reason: string,
): LetterWords {
  const { decision, page } = letterTexts[language]
  const mission = pick(title, language).text
  const words = decision[kind]
  return {
    subject: words.subject(mission),
    paragraphs: [decision.greeting(`${givenName} ${familyName}`), words.body(organisationName, mission)],
    facts: reason === '' ? [] : [{ label: decision.reason, value: reason }],
    link: page,
  }
}

/** Instead of the applicant's secret, in what an officer looks at. */
export const hiddenSecret = 'xxxxxxxx'

/** The letter as it leaves. The same function writes the preview, with `hiddenSecret`: nothing else differs. */
export function composeLetter(words: LetterWords, language: Locale, publicUrl: string, secret: string): ComposedMail {
  const { subject, paragraphs, facts, link } = words
  return composeMail(
    { subject, paragraphs, facts, action: { label: link, path: pagePath(secret) } },
    { language, publicUrl, organisationName: null },
  )
}

/** What someone has seen of several letters: any word, any person or any order that differs gives another. */
export function seenDigest(
  letters: readonly { readonly applicationId: string; readonly kind: LetterKind; readonly words: LetterWords }[],
): string {
  const seen = letters.map(({ applicationId, kind, words }) => ({ applicationId, kind, words }))
  return createHash('sha256').update(canonicalJson(seen)).digest('base64url')
}
