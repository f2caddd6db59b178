import { formatInteger } from '#platform/pure/integers.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { type AuthorityKind, compositionSentence } from '#platform/pure/delegation-words.ts'
import type { MemberCounts } from '../domain/counts.ts'
import { delegationTexts } from '../texts.ts'

/** A delegation in words, and its three counts side by side, never added up. */
export function CompositionFacts({ counts, authority }: { counts: MemberCounts; authority: AuthorityKind | null }) {
  const { list } = useCatalogue(delegationTexts)
  const locale = useLocale()
  return (
    <>
      <p>{asSentence(compositionSentence(counts.byCategory, locale, authority))}</p>
      <KeyFacts
        facts={[
          { key: 'persons', label: list.persons, value: formatInteger(counts.persons, locale) },
          { key: 'organisations', label: list.organisations, value: formatInteger(counts.organisations, locale) },
          { key: 'companies', label: list.companies, value: formatInteger(counts.companies, locale) },
        ]}
      />
    </>
  )
}

/** « vingt membres… » standing alone begins with a capital and ends with a full stop. */
function asSentence(phrase: string): string {
  return `${phrase.slice(0, 1).toLocaleUpperCase('fr')}${phrase.slice(1)}.`
}
