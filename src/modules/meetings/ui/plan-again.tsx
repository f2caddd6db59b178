import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { NumberField } from '#ui/number-field.tsx'
import type { BrokenRule } from '../domain/judge/broken-rules.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { type PlanNames, ruleWords } from './rule-words.ts'

/** What of the plan in force cannot be held, and the way to another that moves as little as one allows. */
export function PlanAgain({ broken, names, requestKey }: { broken: readonly BrokenRule[]; names: PlanNames; requestKey: string }) {
  const texts = useCatalogue(planTexts)
  const { unforeseen: words } = texts
  return (
    <>
      {broken.length === 0 ? (
        <p>{words.allHolds}</p>
      ) : (
        <Notice tone="warning" title={words.broken(broken.length)}>
          <ul>
            {broken.map((rule) => (
              <li key={JSON.stringify(rule)}>{ruleWords(rule, names, texts)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Form id="plan" requestKey={requestKey}>
        <HiddenField name="intent" value="plan" />
        <NumberField
          name="movesAllowed"
          label={words.movesAllowed}
          hint={words.movesHint}
          required
          defaultValue={Math.max(3, broken.length)}
        />
        <Actions>
          <Button kind="main">{words.plan}</Button>
        </Actions>
      </Form>
    </>
  )
}
