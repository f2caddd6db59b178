import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import type { Consequences, ShownWait } from '../domain/by-hand/consequences.ts'
import type { PairKey } from '../domain/snapshot.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { type PlanNames, ruleWords } from './rule-words.ts'

type ConsequenceListProps = { consequences: Consequences; names: PlanNames }

/** What a change made by hand does to everybody, by name: what forbids it, who would wait, who would not any more, who comes and who is freed. */
export function ConsequenceList({ consequences: { broken, waits, settled, joined, freed }, names }: ConsequenceListProps) {
  const texts = useCatalogue(planTexts)
  const { byHand: words, rules } = texts
  const { nameOf, slotWords } = names
  const meeting = ({ one, other }: PairKey) => rules.meeting(nameOf(one), nameOf(other))
  const wait = (sentence: typeof words.waits) => (known: ShownWait) =>
    sentence(nameOf(known.whoId), known.slots, meeting(known.after), meeting(known.before), slotWords(known.fromSlotId))
  const lines = [
    ...waits.map(wait(words.waits)),
    ...settled.map(wait(words.settled)),
    ...joined.map((id) => words.joined(nameOf(id))),
    ...freed.map((id) => words.freed(nameOf(id))),
  ]
  return (
    <>
      {broken.length > 0 && (
        <Notice tone="danger" title={words.forbidden}>
          <ul>
            {broken.map((rule) => (
              <li key={JSON.stringify(rule)}>{ruleWords(rule, names, texts)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {lines.length === 0 ? (
        broken.length === 0 && <p>{words.harmless}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  )
}
