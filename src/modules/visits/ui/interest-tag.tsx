import { useCatalogue } from '#ui/catalogue.ts'
import { Tag } from '#ui/tag.tsx'
import type { InterestLevel } from '../domain/interest.ts'
import { visitTexts } from '../texts.ts'

/** How much a visit matters, in a word. */
export function InterestTag({ level }: { level: InterestLevel }) {
  const { levels } = useCatalogue(visitTexts)
  return <Tag tone={level === 'strong' ? 'success' : level === 'some' ? 'info' : undefined}>{levels[level]}</Tag>
}
