import { dateIn } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import type { SideOutcome } from '../../domain/outcome.ts'
import { outcomeProblems, outcomeTexts } from '../../texts/outcome-texts.ts'
import type { Refusal } from '../refusal.ts'
import { OutcomeFields } from './outcome-fields.tsx'

type SideFormProps = {
  side: { readonly id: string; readonly name: string; readonly outcome: SideOutcome | null; readonly mayTell: boolean }
  zone: TimeZone
  requestKey: string
  refusal: Refusal
}

/** What one side says of a meeting, and where it may be said. */
export function SideForm({ side: { id, name, outcome, mayTell }, zone, requestKey, refusal }: SideFormProps) {
  const texts = useCatalogue(outcomeTexts)
  const { sides: words } = texts
  const locale = useLocale()
  const mine = refusal?.values.participantId === id ? refusal : undefined
  return (
    <Section title={words.title(name)} note={words.note}>
      {outcome === null ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <p>
            <strong>{texts.states[outcome.state]}</strong>
          </p>
          {outcome.nextStep !== 'none' && (
            <p>
              {texts.nextSteps[outcome.nextStep]} {outcome.nextStepOn && formatDate(outcome.nextStepOn, locale)} {outcome.nextStepWords}
            </p>
          )}
          <p>{words.told(outcome.saidName, formatDate(dateIn(zone, outcome.saidAt), locale))}</p>
        </>
      )}
      {mayTell && (
        <Form
          id={`side-${id}`}
          key={outcome?.version ?? 0}
          requestKey={`${requestKey.slice(0, 24)}${id.slice(24)}`}
          values={mine?.values}
          errors={outcomeProblems(texts, mine?.problems)}
        >
          <HiddenField name="intent" value="outcome" />
          <HiddenField name="participantId" value={id} />
          <HiddenField name="version" value={outcome?.version ?? 0} />
          <OutcomeFields outcome={outcome} />
          <Actions>
            <Button aria-label={words.saveOf(name)}>{words.save}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}
