import { relationTexts } from '#modules/relations/texts.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import type { CitySheet } from './city-sheet.ts'
import { meetingFacts } from './meeting-figures.tsx'

/** What came of a relation: what was signed, which promises were kept, and what the one-to-one meetings of its missions brought, event by event. */
export function CityResults({ results: { signed, promisesKept, promisesMade, meetings } }: Pick<CitySheet, 'results'>) {
  const { results: words } = useCatalogue(relationTexts)
  const locale = useLocale()
  return (
    <Section title={words.title} note={words.note}>
      <KeyFacts
        facts={[
          { key: 'signed', label: words.signed, value: String(signed) },
          { key: 'promises', label: words.promises, value: words.kept(promisesKept, promisesMade) },
          ...meetings.flatMap(({ missionId, figures }) => meetingFacts(missionId, figures, locale)),
        ]}
      />
    </Section>
  )
}
