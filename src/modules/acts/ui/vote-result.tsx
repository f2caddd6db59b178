import { useCatalogue } from '#ui/catalogue.ts'
import { DateText } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Section } from '#ui/section.tsx'
import type { Act } from '../domain/act.ts'
import { type Decision, isVote } from '../domain/lifecycle.ts'
import { votersOf } from '../domain/vote.ts'
import { actTexts } from '../texts.ts'

/** What the assembly did. */
export function VoteResult({ act, decision }: { act: Act; decision: Decision }) {
  const texts = useCatalogue(actTexts)
  const words = texts.vote
  if (!isVote(decision)) {
    return (
      <Section title={words.result}>
        <KeyFacts
          facts={[
            { key: 'outcome', label: words.outcome, value: texts.states[decision.outcome] },
            { key: 'on', label: words.deferredOn, value: <DateText date={decision.on} /> },
            { key: 'reason', label: words.reason, value: decision.reason },
          ]}
        />
      </Section>
    )
  }
  const { outcome, on, attendance, ballot } = decision
  const { secretary } = act
  return (
    <Section title={words.result} note={words.effects[act.kind][outcome]}>
      <KeyFacts
        facts={[
          { key: 'outcome', label: words.outcome, value: words.outcomes[outcome], note: words.votersOf(votersOf(ballot)) },
          { key: 'on', label: words.on, value: <DateText date={on} /> },
          { key: 'number', label: words.number, value: act.deliberationNumber },
          { key: 'for', label: words.for, value: String(ballot.for) },
          { key: 'against', label: words.against, value: String(ballot.against) },
          { key: 'abstained', label: words.abstained, value: String(ballot.abstained) },
          { key: 'notVoting', label: words.notVoting, value: String(ballot.notVoting) },
          { key: 'inOffice', label: words.inOffice, value: String(attendance.inOffice) },
          { key: 'present', label: words.present, value: String(attendance.present), note: attendance.secondCall && words.secondCall },
          { key: 'represented', label: words.represented, value: String(attendance.represented) },
          { key: 'secretary', label: words.secretary, value: secretary && `${secretary.givenName} ${secretary.familyName}` },
        ]}
      />
    </Section>
  )
}
