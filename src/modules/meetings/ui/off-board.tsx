import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import type { Consequences } from '../domain/by-hand/consequences.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { ConsequenceList } from './consequence-list.tsx'
import type { PlanNames } from './rule-words.ts'

type OffBoardProps = { version: number; consequences: Consequences; names: PlanNames; requestKey: string }

/** Takes a meeting off the board, once one has seen what that leaves. */
export function OffBoard({ version, consequences, names, requestKey }: OffBoardProps) {
  const { byHand: words, delta } = useCatalogue(planTexts)
  return (
    <Form id="takeOff" requestKey={requestKey}>
      <HiddenField name="intent" value="takeOff" />
      <HiddenField name="held" value={String(version)} />
      <ConsequenceList consequences={consequences} names={names} />
      <Checkbox name="tells" value="yes" label={delta.tell} hint={delta.tellHint} defaultChecked />
      <Actions>
        <Button kind="quiet">{words.takeOff}</Button>
      </Actions>
    </Form>
  )
}
