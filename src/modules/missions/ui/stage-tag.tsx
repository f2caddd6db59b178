import { useCatalogue } from '#ui/catalogue.ts'
import { Tag } from '#ui/tag.tsx'
import type { Stage } from '../domain/stage.ts'
import { missionTexts } from '../texts.ts'

/** Where a mission stands, in a word. */
export function StageTag({ stage }: { stage: Stage | 'cancelled' }) {
  const texts = useCatalogue(missionTexts)
  if (stage === 'cancelled') return <Tag tone="danger">{texts.states.cancelled}</Tag>
  return <Tag tone={stage === 'ratified' ? 'success' : stage === 'on_the_road' ? 'info' : undefined}>{texts.stages[stage]}</Tag>
}
