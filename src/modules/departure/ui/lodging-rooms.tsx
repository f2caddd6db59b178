import { formatDate } from '#platform/pure/local-date-format.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import type { Lodging, Room } from '../domain/rooms.ts'
import { departureTexts } from '../texts.ts'

type LodgingRoomsProps = { lodging: Lodging; names: Readonly<Record<string, string>>; isOwn: boolean; requestKey: string }

/** One lodging: its rooms, and who sleeps in each, which nights. Of a partner's, its name and address. */
export function LodgingRooms({ lodging, names, isOwn, requestKey }: LodgingRoomsProps) {
  const { rooms: words } = useCatalogue(departureTexts)
  if (!isOwn) {
    return (
      <Section title={lodging.name} note={words.sharedBy(lodging.organisationName)}>
        <p>{lodging.address}</p>
      </Section>
    )
  }
  return (
    <Section title={lodging.name} note={lodging.address} titlePlace="above">
      <DataTable
        caption={words.caption(lodging.name)}
        captionHidden
        rows={lodging.rooms}
        rowKey={({ id }) => id}
        columns={[
          { key: 'room', header: words.room, render: ({ label }) => label },
          { key: 'beds', header: words.beds, align: 'figure', render: ({ beds }) => beds },
          {
            key: 'guests',
            header: words.guests,
            isLong: true,
            render: (room) => <Guests room={room} names={names} />,
          },
        ]}
      />
      <Form id={`lodging-${lodging.id}`} requestKey={requestKey}>
        <HiddenField name="intent" value="removeLodging" />
        <HiddenField name="lodgingId" value={lodging.id} />
        <Actions>
          <Button kind="quiet">{words.removeLodging}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

function Guests({ room, names }: { room: Room; names: Readonly<Record<string, string>> }) {
  const { rooms: words } = useCatalogue(departureTexts)
  const locale = useLocale()
  if (room.stays.length === 0) return words.free
  return (
    <ul>
      {room.stays.map(({ id, memberId, arrivesOn, leavesOn }) => (
        <li key={id}>
          {names[memberId]}, {words.nights(formatDate(arrivesOn, locale, 'short'), formatDate(leavesOn, locale, 'short'))}
        </li>
      ))}
    </ul>
  )
}
