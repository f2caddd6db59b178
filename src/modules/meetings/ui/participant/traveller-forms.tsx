import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Select } from '#ui/select.tsx'
import { eventTexts } from '../../texts/event-texts.ts'
import { travellerTexts } from '../../texts/traveller-texts.ts'
import { type Refusal, refusalOf } from '../refusal.ts'

/** Somebody who comes, and the member of the delegation they are: as it was said, else as their name tells. */
export type ComesAndTravels = {
  readonly id: string
  readonly name: string
  readonly memberId: string | null
  readonly known: { readonly name: string; readonly sender: string } | null
}
type TravellerFormsProps = {
  people: readonly ComesAndTravels[]
  members: readonly { readonly id: string; readonly name: string; readonly sender: string }[]
  requestKey: string
  refusal: Refusal
}

/** Which member of the delegation each person is: their badge, their programme and their meetings follow. */
export function TravellerForms({ people, members, requestKey, refusal }: TravellerFormsProps) {
  const texts = useCatalogue(eventTexts)
  const words = useCatalogue(travellerTexts)
  return people.map(({ id, name, memberId, known }) => {
    const isRefused = refusal?.values.intent === 'traveller' && refusal.values.representativeId === id
    const summary = known ? words.is(name, known.name, known.sender) : words.isNobody(name)
    return (
      <details key={id} open={isRefused || undefined}>
        <summary>{summary}</summary>
        <Form id={`traveller-${id}`} key={memberId} requestKey={requestKey} {...(isRefused ? refusalOf(refusal, 'traveller', texts) : {})}>
          <HiddenField name="intent" value="traveller" />
          <HiddenField name="representativeId" value={id} />
          <Select
            name="memberId"
            label={words.member}
            hint={words.hint}
            placeholder={words.byName}
            defaultValue={memberId ?? ''}
            options={members.map((member) => ({ value: member.id, label: words.of(member.name, member.sender) }))}
          />
          <Actions>
            <Button aria-label={words.saveOf(name)}>{words.save}</Button>
          </Actions>
        </Form>
      </details>
    )
  })
}
