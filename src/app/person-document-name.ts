import { languageName } from '#modules/agreements/ui/wordings.tsx'
import { departureTexts } from '#modules/departure/texts.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { PersonDocument } from './documents-of-person.ts'
import { personDocumentTexts } from './person-document-texts.ts'

/** What a document is called, on the page of a person and in the archive they are given. */
export function documentName({ kind, detail }: Pick<PersonDocument, 'kind' | 'detail'>, locale: Locale): string {
  const { kinds } = personDocumentTexts[locale]
  if (kind === 'wording') return kinds.wording(languageName(detail, locale))
  const requirements: Readonly<Record<string, string>> = departureTexts[locale].kinds
  return kinds[kind](kind === 'evidence' ? (requirements[detail] ?? detail) : detail)
}
