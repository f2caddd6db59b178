import { pick } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import type { FieldValues } from '#ui/form-context.ts'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { CheckboxGroup } from '#ui/radio-group.tsx'
import type { Leg, Partner } from '../domain/mission.ts'
import { partnersToPlace, takesPart } from '../domain/partner-legs.ts'
import { missionTexts } from '../texts.ts'

type LegPartnersProps = {
  legs: readonly Leg[]
  partners: readonly Partner[]
  requestKey: string
  /** The leg whose form was refused, and what it was told. */
  refused?: { readonly values: FieldValues; readonly error: string } | undefined
}

/** Which partners take part in each leg: one form a leg. */
export function LegPartners({ legs, partners, requestKey, refused }: LegPartnersProps) {
  const { partners: words } = useCatalogue(missionTexts)
  const locale = useLocale()
  const offered = partnersToPlace(partners)
  return legs.map((leg) => {
    const city = pick(leg.cityName, locale).text
    const taking = offered.filter((partner) => takesPart(partner, leg.id))
    const refusal = refused?.values.legId === leg.id ? refused : undefined
    return (
      <details key={leg.id} open={refusal !== undefined}>
        <summary>{words.partnersOf(city, taking.length)}</summary>
        <Form id={`leg-${leg.id}`} requestKey={requestKey} values={refusal?.values} errors={refusal && { partnerIds: refusal.error }}>
          <HiddenField name="intent" value="leg" />
          <HiddenField name="legId" value={leg.id} />
          <CheckboxGroup
            name="partnerIds"
            label={words.takePartIn(city)}
            defaultValues={taking.map(({ id }) => id)}
            choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Actions>
            <Button>{words.saveLeg}</Button>
          </Actions>
        </Form>
      </details>
    )
  })
}

/** The cities of the legs a partner takes part in. */
export function LegsOfPartner({ partner, legs }: { partner: Partner; legs: readonly Leg[] }) {
  const { partners: words } = useCatalogue(missionTexts)
  const locale = useLocale()
  if (partner.legIds.length === 0) return words.everyLeg
  return legs
    .filter(({ id }) => partner.legIds.includes(id))
    .map(({ cityName }) => pick(cityName, locale).text)
    .join(', ')
}
