import { pick } from '#platform/pure/localized.ts'
import { zoneName } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Select } from '#ui/select.tsx'
import type { EventLeg } from '../domain/event.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import type { PartProps } from './days-form.tsx'
import { refusalOf } from './refusal.ts'
import { RemoveForm } from './remove-form.tsx'

type LegsProps = PartProps & {
  legs: readonly EventLeg[]
  /** Of the mission, in its order. */
  missionLegs: readonly Pick<EventLeg, 'id' | 'cityName'>[]
  /** On which the event was opened. */
  firstLegId: string
}

/** The legs of the mission on which the event is held, each with its clocks. */
export function Legs({ legs, missionLegs, firstLegId, mayOrganise, requestKey, refusal }: LegsProps) {
  const texts = useCatalogue(eventTexts)
  const { legs: words } = useCatalogue(planTexts)
  const locale = useLocale()
  const others = missionLegs.filter(({ id }) => !legs.some((leg) => leg.id === id))
  return (
    <>
      <DataTable
        caption={words.caption}
        captionHidden
        rows={legs}
        rowKey={({ id }) => id}
        columns={[
          { key: 'city', header: words.city, isRowHeader: true, render: ({ cityName }) => pick(cityName, locale).text },
          { key: 'zone', header: words.clocks, render: ({ timeZone }) => zoneName(timeZone, locale) },
          {
            key: 'actions',
            header: texts.remove,
            headerHidden: true,
            render: ({ id, cityName }) =>
              mayOrganise &&
              id !== firstLegId && (
                <RemoveForm
                  intent="remove"
                  fields={{ part: 'leg', partId: id }}
                  name={pick(cityName, locale).text}
                  requestKey={requestKey}
                />
              ),
          },
        ]}
      />
      {mayOrganise && others.length > 0 && (
        <Form id="leg" requestKey={requestKey} layout="row" {...refusalOf(refusal, 'leg', texts)}>
          <HiddenField name="intent" value="leg" />
          <Select
            name="legId"
            label={words.add}
            placeholder={false}
            options={others.map(({ id, cityName }) => ({ value: id, label: pick(cityName, locale).text }))}
          />
          <Actions>
            <Button>{texts.add}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}
