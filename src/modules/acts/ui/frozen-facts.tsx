import type { Instant } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { ZonedTime } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Section } from '#ui/section.tsx'
import { isVote, type Decision } from '../domain/lifecycle.ts'
import { actTexts } from '../texts.ts'

type FrozenFactsProps = { submittedAt: Instant | null; digest: string | null; decision: Decision | null; timeZone: string }

/** When an act was given to the assembly, and the digest that proves what it said. */
export function FrozenFacts({ submittedAt, digest, decision, timeZone }: FrozenFactsProps) {
  const texts = useCatalogue(actTexts).check
  const reason = decision !== null && !isVote(decision) ? decision.reason : null
  return (
    <Section title={texts.frozen}>
      <KeyFacts
        facts={[
          {
            key: 'submitted',
            label: texts.submittedOn,
            value: submittedAt && <ZonedTime instant={submittedAt} zone={asTimeZone(timeZone)} />,
          },
          { key: 'digest', label: texts.digest, value: digest && <code>{digest}</code>, note: texts.digestNote },
          ...(reason === null ? [] : [{ key: 'reason', label: texts.reason, value: reason }]),
        ]}
      />
    </Section>
  )
}
