import { Link } from 'react-router'
import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import type { Objective } from '../domain/plan.ts'
import { strategyTexts } from '../texts.ts'

/** The objectives something serves, on its own page; without any, says that it should. */
export function ObjectiveTies({ objectives, to }: { objectives: readonly Pick<Objective, 'id' | 'title'>[]; to: string }) {
  const { ties: words } = useCatalogue(strategyTexts)
  const locale = useLocale()
  return <Link to={to}>{objectives.map(({ title }) => pick(title, locale).text).join(' · ') || words.none}</Link>
}
