import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Select } from '#ui/select.tsx'
import { planTexts } from '../texts/plan-texts.ts'
import type { KnownAbsentee } from '../usecases/say-absent.ts'
import type { ShownSlot } from '../domain/shown-slots.ts'
import { SlotBoxes } from './slot-boxes.tsx'

type AbsenceFormProps = {
  absentees: readonly KnownAbsentee[]
  chosen: KnownAbsentee | null
  slots: readonly ShownSlot[]
  requestKey: string
}

/** Whom or what one means, then the slots at which they are not there. */
export function AbsenceForm({ absentees, chosen, slots, requestKey }: AbsenceFormProps) {
  const { unforeseen: words } = useCatalogue(planTexts)
  const keyOf = ({ kind, id }: Pick<KnownAbsentee, 'kind' | 'id'>) => `${kind}:${id}`
  const choices = (['representative', 'resource', 'spot'] as const).flatMap((kind) => {
    const known = absentees.filter((absentee) => absentee.kind === kind)
    const options = known.map((absentee) => ({
      value: keyOf(absentee),
      label: words.named(absentee.name, absentee.of, absentee.away.length),
    }))
    return options.length === 0 ? [] : [{ label: words.kinds[kind], options }]
  })
  return (
    <>
      <Form method="get" id="who" layout="row" key={chosen ? keyOf(chosen) : ''}>
        <Select name="who" label={words.who} options={choices} {...(chosen && { defaultValue: keyOf(chosen) })} />
        <Button>{words.choose}</Button>
      </Form>
      {chosen && (
        <Form id="absence" requestKey={requestKey} key={`${keyOf(chosen)} ${chosen.away.join()}`}>
          <HiddenField name="intent" value="absence" />
          <HiddenField name="kind" value={chosen.kind} />
          <HiddenField name="id" value={chosen.id} />
          <p>{words.when(chosen.name)}</p>
          <SlotBoxes name="slotIds" slots={slots} checked={chosen.away} />
          <Actions>
            <Button>{words.save}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}
