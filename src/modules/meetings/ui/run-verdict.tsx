import { useCatalogue } from '#ui/catalogue.ts'
import { KeyFigures } from '#ui/key-figures.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { type Verdict, isUpheld } from '../domain/judge/verdict.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { type PlanNames, ruleWords } from './rule-words.ts'

type RunVerdictProps = { verdict: Verdict; meetings: number; names: PlanNames }

/** What the independent verifier says of a plan. */
export function RunVerdict({ verdict, meetings, names }: RunVerdictProps) {
  const texts = useCatalogue(planTexts)
  const { runs } = useCatalogue(eventTexts)
  const { verdict: words } = texts
  const { broken, differing, waits, moves } = verdict
  return (
    <Section title={words.title} note={words.note} titlePlace="above">
      {isUpheld(verdict) ? (
        <Notice tone="success" title={words.upheld} />
      ) : (
        <Notice tone="danger" title={words.broken}>
          <ul>
            {broken.map((rule) => (
              <li key={JSON.stringify(rule)}>{ruleWords(rule, names, texts)}</li>
            ))}
            {differing.map(({ level, depth, best, counted }) => (
              <li key={`${level} ${depth}`}>{words.differs(runs.levels[level], best, counted)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <KeyFigures
        figures={[
          { key: 'meetings', label: words.meetings, figure: String(meetings) },
          { key: 'waits', label: words.waits, figure: words.fromTo(waits.fewest, waits.most) },
          ...(moves ? [{ key: 'moves', label: words.moves, figure: words.movesOf(moves.made, moves.allowed) }] : []),
        ]}
      />
    </Section>
  )
}
