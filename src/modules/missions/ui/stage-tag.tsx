import { useCatalogue } from '#ui/catalogue.ts'
import { Tag } from '#ui/tag.tsx'
import type { MissionKind } from '../domain/mission.ts'
import { type Stage, isTravelled } from '../domain/stage.ts'
import { missionTexts } from '../texts.ts'
import type { MissionTexts } from '../texts.fr.ts'

/** Where a mission stands, in a word. */
export function StageTag({ stage, kind }: { stage: Stage | 'cancelled'; kind: MissionKind }) {
  const texts = useCatalogue(missionTexts)
  if (stage === 'cancelled') return <Tag tone="danger">{texts.states.cancelled}</Tag>
  return <Tag tone={stage === 'ratified' ? 'success' : stage === 'on_the_road' ? 'info' : undefined}>{stageName(texts, stage, kind)}</Tag>
}

/** Nobody is on the road, nor comes back, where one receives. */
export function stageName({ stages, stagesAtHome }: MissionTexts, stage: Stage, kind: MissionKind): string {
  return (isTravelled({ kind }) ? undefined : stagesAtHome[stage]) ?? stages[stage]
}
