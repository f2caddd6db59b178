import { formatDate } from '#platform/pure/local-date-format.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { onTheClock } from '#platform/pure/instant.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import type { LinkMeeting } from '../../domain/outcome.ts'
import { outcomeProblems, outcomeTexts } from '../../texts/outcome-texts.ts'
import type { Refusal } from '../refusal.ts'
import { OutcomeFields } from './outcome-fields.tsx'

type LinkOutcomesProps = { meetings: readonly LinkMeeting[]; refusal: Refusal }

/** What became of the meetings of whoever holds a link; the first of which nothing is said yet is open. */
export function LinkOutcomes({ meetings, refusal }: LinkOutcomesProps) {
  const texts = useCatalogue(outcomeTexts)
  const locale = useLocale()
  const placeOf = ({ startsAt, endsAt, timeZone: zone, spot }: LinkMeeting) => {
    const [from, to] = [onTheClock({ instant: startsAt, zone }), onTheClock({ instant: endsAt, zone })]
    return texts.lead(formatDate(from.date, locale), formatTime(from.time, locale), formatTime(to.time, locale), spot)
  }
  const next = meetings.find(({ outcome }) => outcome === null)?.id
  return (
    <Section title={texts.own.title} note={texts.own.note}>
      {meetings.map((meeting) => {
        const { id, name, outcome } = meeting
        const mine = refusal?.values.intent === 'outcome' && refusal.values.meetingId === id ? refusal : undefined
        return (
          <details key={id} open={id === next || mine !== undefined}>
            <summary>{texts.own.of(name, outcome && texts.states[outcome.state])}</summary>
            <p>{placeOf(meeting)}</p>
            <Form
              id={`outcome-${id}`}
              key={outcome?.version ?? 0}
              version={outcome?.version ?? 0}
              values={mine?.values}
              errors={outcomeProblems(texts, mine?.problems)}
            >
              <HiddenField name="intent" value="outcome" />
              <HiddenField name="meetingId" value={id} />
              <OutcomeFields outcome={outcome} />
              <Actions>
                <Button aria-label={texts.own.saveOf(name)}>{texts.sides.save}</Button>
              </Actions>
            </Form>
          </details>
        )
      })}
    </Section>
  )
}
