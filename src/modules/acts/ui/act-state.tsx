import { useCatalogue } from '#ui/catalogue.ts'
import type { Tone } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import type { ActState } from '../domain/lifecycle.ts'
import { actTexts } from '../texts.ts'

const tones: Readonly<Record<ActState, Tone | undefined>> = {
  draft: undefined,
  submitted: 'info',
  adopted: 'success',
  rejected: 'danger',
  adjourned: 'warning',
  withdrawn: 'warning',
  transmitted: 'success',
  published: 'success',
  executory: 'success',
}

/** The state of an act, in one word. */
export function ActStateTag({ state }: { state: ActState }) {
  const { states } = useCatalogue(actTexts)
  return <Tag tone={tones[state]}>{states[state]}</Tag>
}
