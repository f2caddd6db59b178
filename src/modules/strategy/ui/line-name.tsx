import { useCatalogue } from '#ui/catalogue.ts'
import { LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { Plan } from '../domain/plan.ts'
import { strategyTexts } from '../texts.ts'
import { placeName } from './place-name.ts'

/** What a line of the comparison is about: a destination, with who shares it, an objective, or a year. */
export function LineName({ plan, id }: { plan: Plan; id: string }) {
  const { coverage: words } = useCatalogue(strategyTexts)
  const locale = useLocale()
  const objective = plan.objectives.find((each) => each.id === id)
  if (objective) return <LocalizedText content={objective.title} />
  const destination = plan.destinations.find((each) => each.id === id)
  if (!destination) return id
  return (
    <>
      {placeName(destination, locale)}
      {destination.sharedWithName !== null && (
        <>
          <br />
          <small>{words.shared(destination.sharedWithName)}</small>
        </>
      )}
    </>
  )
}
