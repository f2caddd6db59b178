import { useCatalogue } from '#ui/catalogue.ts'
import type { Tone } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import type { ApplicationState } from '../domain/application.ts'
import { registrationTexts } from '../texts.ts'

const tones: Record<ApplicationState, Tone | undefined> = {
  draft: undefined,
  unverified: undefined,
  received: 'info',
  incomplete: 'warning',
  endorsed: 'info',
  waiting: 'warning',
  approved: 'success',
  refused: 'danger',
  withdrawn: undefined,
}

/** Where an application stands, in a word. */
export function StateTag({ state }: { state: ApplicationState }) {
  const { states } = useCatalogue(registrationTexts)
  return <Tag tone={tones[state]}>{states[state]}</Tag>
}
