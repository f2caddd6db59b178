import type { TimeZone } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import type { SuggestionRun } from '../../domain/suggestion-run.ts'
import { suggestionTexts } from '../../texts/suggestion-texts.ts'
import { RunDetails } from './run-details.tsx'

type KeptForLinkProps = { runs: readonly SuggestionRun[]; names: Readonly<Record<string, string>>; timeZone: TimeZone }

/** What was shown to the holder's company, behind a summary: it is there for whoever asks, and in nobody's way. */
export function KeptForLink({ runs, names, timeZone }: KeptForLinkProps) {
  const words = useCatalogue(suggestionTexts)
  return (
    <details>
      <summary>{words.kept}</summary>
      <p>{words.keptForLink}</p>
      {runs.map((run) => (
        <RunDetails key={run.number} run={run} names={names} timeZone={timeZone} />
      ))}
    </details>
  )
}
