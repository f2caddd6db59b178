import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { Blocked } from '../domain/blocked.ts'
import type { Representative } from '../domain/participant.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { type Refusal, refusalOf } from './refusal.ts'
import { RemoveForm } from './remove-form.tsx'
import type { ShownSlot } from '../domain/shown-slots.ts'
import { PersonFields } from './participant/person-fields.tsx'
import { SlotBoxes } from './slot-boxes.tsx'
import { type ItemTitles, useBlockedWords } from './use-blocked-words.ts'

type Person = Representative & { readonly awaySlotIds: readonly string[]; readonly blocked: readonly Blocked[] }
type PeopleProps = {
  people: readonly Person[]
  slots: readonly (ShownSlot & { date: LocalDate })[]
  /** Of the items of the programme. */
  titles: ItemTitles
  mayWrite: boolean
  /** Only who brings the participant writes how to reach its people. */
  mayWriteContacts: boolean
  refusal: Refusal
  requestKey: string
}

/** Who comes for a participant, what they agree to show, and when they are away. */
export function People({ people, slots, titles, mayWrite, mayWriteContacts, refusal, requestKey }: PeopleProps) {
  const texts = useCatalogue(eventTexts)
  const { participant: words } = texts
  const { programme } = useCatalogue(planTexts)
  const { titleOf } = useBlockedWords(titles)
  const locale = useLocale()
  const hoursOf = (blocked: Person['blocked']) => {
    const ids = new Set(blocked.map(({ slotId }) => slotId))
    return [
      ...Map.groupBy(
        slots.filter(({ id }) => ids.has(id)),
        ({ date }) => date,
      ),
    ].map(([date, ofDay]) =>
      programme.day(
        formatDate(date, locale, 'short'),
        ofDay.map(({ from }) => formatTime(from, locale)),
      ),
    )
  }
  const isTaken = people.some(({ blocked }) => blocked.length > 0)
  const nameOf = ({ givenName, familyName }: Person) => `${givenName} ${familyName}`.trim()
  return (
    <>
      <DataTable
        caption={words.people}
        captionHidden
        rows={people}
        rowKey={({ id }) => id}
        empty={<p>{words.noPeople}</p>}
        columns={[
          { key: 'name', header: words.familyName, isRowHeader: true, render: nameOf },
          { key: 'job', header: words.job, render: ({ job }) => job },
          { key: 'reach', header: words.email, render: ({ email, phone }) => [email, phone].filter(Boolean).join(' · ') },
          {
            key: 'consents',
            header: words.consents,
            isLong: true,
            render: ({ consents }) =>
              consents.length > 0 ? words.shows(consents.map((kind) => texts.consents[kind]).join(', ')) : words.showsNothing,
          },
          { key: 'away', header: words.away, render: ({ awaySlotIds }) => words.awayCount(awaySlotIds.length) },
          ...(isTaken
            ? [
                {
                  key: 'programme',
                  header: programme.slots,
                  isLong: true,
                  render: ({ blocked }: Person) => (
                    <ul>
                      {[...Map.groupBy(blocked, ({ itemId }) => itemId)].map(([itemId, slotsOf]) => (
                        <li key={itemId}>{programme.slot(titleOf(itemId), hoursOf(slotsOf))}</li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
          {
            key: 'actions',
            header: texts.remove,
            headerHidden: true,
            render: (person) =>
              mayWrite && (
                <RemoveForm intent="removePerson" fields={{ representativeId: person.id }} name={nameOf(person)} requestKey={requestKey} />
              ),
          },
        ]}
      />
      {mayWrite &&
        slots.length > 0 &&
        people.map((person) => (
          <details key={person.id}>
            <summary>{words.awayOf(nameOf(person))}</summary>
            <Form id={`away-${person.id}`} requestKey={requestKey}>
              <HiddenField name="intent" value="away" />
              <HiddenField name="representativeId" value={person.id} />
              <SlotBoxes name="slotIds" slots={slots} checked={person.awaySlotIds} />
              <Actions>
                <Button>{words.saveAway}</Button>
              </Actions>
            </Form>
          </details>
        ))}
      {mayWrite &&
        people.map((person) => {
          const own = refusal?.values.representativeId === person.id ? refusal : undefined
          return (
            <details key={person.id} open={own?.values.intent === 'changePerson'}>
              <summary>{words.changePerson(nameOf(person))}</summary>
              <Form id={`person-${person.id}`} requestKey={requestKey} version={person.version} {...refusalOf(own, 'changePerson', texts)}>
                <HiddenField name="intent" value="changePerson" />
                <HiddenField name="representativeId" value={person.id} />
                <PersonFields person={person} mayWriteContacts={mayWriteContacts} />
                <Actions>
                  <Button>{words.save}</Button>
                </Actions>
              </Form>
            </details>
          )
        })}
      {mayWrite && (
        <details open={refusal?.values.intent === 'person' || people.length === 0}>
          <summary>{words.addPerson}</summary>
          <Form id="person" requestKey={requestKey} {...refusalOf(refusal, 'person', texts)}>
            <HiddenField name="intent" value="person" />
            <PersonFields mayWriteContacts={mayWriteContacts} />
            <Actions>
              <Button>{texts.add}</Button>
            </Actions>
          </Form>
        </details>
      )}
    </>
  )
}
