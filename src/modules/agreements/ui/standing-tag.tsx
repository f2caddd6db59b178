import { useCatalogue } from '#ui/catalogue.ts'
import type { Tone } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Standing } from '../domain/life.ts'
import { agreementTexts } from '../texts.ts'

const tones: Partial<Record<Standing, Tone>> = { in_force: 'success', expiring: 'warning', expired: 'danger', terminated: 'danger' }

/** Where an agreement stands, in a word. */
export function StandingTag({ standing }: { standing: Standing }) {
  const { standings } = useCatalogue(agreementTexts)
  return <Tag tone={tones[standing]}>{standings[standing]}</Tag>
}
