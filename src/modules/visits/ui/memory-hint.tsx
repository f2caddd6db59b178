import { Link, href } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import type { MemoryCounts } from '../domain/memory.ts'
import { memoryTexts } from '../texts/memory-texts.ts'

/** What is known of an organisation, in figures, with the way to all of it. */
export function MemoryHint({ counts, asker, city, country }: { counts: MemoryCounts; asker: string; city: string; country: string }) {
  const words = useCatalogue(memoryTexts)
  const sentence = words.counts(counts)
  return (
    <p>
      {sentence === '' ? words.first : <strong>{sentence}.</strong>}{' '}
      <Link to={`${href('/visites/memoire')}?${new URLSearchParams({ nom: asker, ville: city, pays: country })}`}>{words.link}</Link>
    </p>
  )
}
