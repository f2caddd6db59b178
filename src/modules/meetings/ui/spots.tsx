import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { EventLeg, Spot } from '../domain/event.ts'
import { cityOf } from '../domain/legs.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import type { PartProps } from './days-form.tsx'
import { LegChoice } from './leg-choice.tsx'
import { refusalOf } from './refusal.ts'
import { RemoveForm } from './remove-form.tsx'

type SpotsProps = PartProps & {
  legs: readonly EventLeg[]
  spots: readonly Spot[]
  participants: readonly { readonly id: string; readonly name: string }[]
}

/** Tables anybody may use, and the addresses of those who receive. */
export function Spots({ legs, spots, participants, mayOrganise, requestKey, refusal }: SpotsProps) {
  const texts = useCatalogue(eventTexts)
  const { setup } = texts
  const { legs: words } = useCatalogue(planTexts)
  const locale = useLocale()
  const cityName = (legId: string) => {
    const city = cityOf(legs, legId)
    return city && pick(city, locale).text
  }
  const nameOf = (id: string | null) => participants.find((participant) => participant.id === id)?.name ?? setup.anybody
  return (
    <>
      <DataTable
        caption={setup.spotsCaption}
        captionHidden
        rows={spots}
        rowKey={({ id }) => id}
        empty={<p>{setup.noSpot}</p>}
        columns={[
          { key: 'name', header: setup.spot, isRowHeader: true, render: ({ name }) => name },
          { key: 'whose', header: setup.receives, render: ({ participantId }) => nameOf(participantId) },
          ...(legs.length > 1 ? [{ key: 'city', header: words.city, render: ({ legId }: Spot) => cityName(legId) }] : []),
          { key: 'district', header: setup.district, render: ({ district }) => district },
          { key: 'address', header: setup.address, render: ({ address }) => address },
          {
            key: 'actions',
            header: texts.remove,
            headerHidden: true,
            render: ({ id, name }) =>
              mayOrganise && <RemoveForm intent="remove" fields={{ part: 'spot', partId: id }} name={name} requestKey={requestKey} />,
          },
        ]}
      />
      {mayOrganise && (
        <>
          <details open={refusal?.values.intent === 'tables'}>
            <summary>{setup.addTables}</summary>
            <Form id="tables" requestKey={requestKey} {...refusalOf(refusal, 'tables', texts)}>
              <HiddenField name="intent" value="tables" />
              <HiddenField name="tableWord" value={setup.tableWord} />
              <Fieldset legend={setup.addTables} inline>
                <NumberField name="count" label={setup.tableCount} required />
                <NumberField name="firstNumber" label={setup.firstNumber} required defaultValue={spots.length + 1} />
              </Fieldset>
              <LegChoice legs={legs} />
              <TextField name="district" label={setup.district} hint={setup.districtHint} />
              <Actions>
                <Button>{texts.add}</Button>
              </Actions>
            </Form>
          </details>
          {participants.length > 0 && (
            <details open={refusal?.values.intent === 'address'}>
              <summary>{setup.addAddress}</summary>
              <Form id="address" requestKey={requestKey} {...refusalOf(refusal, 'address', texts)}>
                <HiddenField name="intent" value="address" />
                <Select
                  name="participantId"
                  label={setup.participant}
                  required
                  options={participants.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <LegChoice legs={legs} />
                <TextField name="name" label={setup.spotName} required maxLength={150} />
                <TextField name="district" label={setup.district} maxLength={100} />
                <TextField name="address" label={setup.address} maxLength={300} width="long" />
                <Actions>
                  <Button>{texts.add}</Button>
                </Actions>
              </Form>
            </details>
          )}
        </>
      )}
    </>
  )
}
