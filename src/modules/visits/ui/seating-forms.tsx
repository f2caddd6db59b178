import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Guest } from '../domain/precedence.ts'
import {
  type KeptApartLine,
  type Seat,
  type Seating,
  type SeatingTable,
  apartExtents,
  interpreterPlaces,
  spotsOf,
  tableShapes,
  writeSpot,
} from '../domain/seating.ts'
import { seatingTexts } from '../texts/seating-texts.ts'
import { SeatingConflict } from './visit-conflicts.tsx'
import type { PartForm } from './part-form.ts'

type Named = Pick<Guest, 'id' | 'name'>

/** The meal a plan is for: a new one, or one to change. `saved`: what somebody else saved since this form was opened. */
export function SeatingForm({ seating, saved, isOpen, ...form }: PartForm & { seating?: Seating; saved?: Seating }) {
  const words = useCatalogue(seatingTexts)
  return (
    <details open={isOpen}>
      <summary>{seating ? words.change : words.open}</summary>
      <Form id="seating" {...form}>
        <HiddenField name="intent" value="seating" />
        {seating && <HiddenField name="version" value={String((saved ?? seating).version)} />}
        {saved && <SeatingConflict saved={saved} values={form.values ?? {}} />}
        <TextField
          name="titleFr"
          label={words.titleFr}
          hint={words.titleHint}
          required
          maxLength={200}
          lang="fr"
          defaultValue={seating?.title.fr ?? ''}
        />
        <TextField name="titleEn" label={words.titleEn} maxLength={200} lang="en" defaultValue={seating?.title.en ?? ''} />
        <DateField name="heldOn" label={words.heldOn} defaultValue={seating?.heldOn ?? undefined} />
        <Select
          name="interpreters"
          label={words.interpreters}
          placeholder={false}
          defaultValue={seating?.interpreters ?? 'behind'}
          options={interpreterPlaces.map((value) => ({ value, label: words.interpreterPlaces[value] }))}
        />
        <Actions>
          <Button>{seating ? words.save : words.open}</Button>
        </Actions>
      </Form>
    </details>
  )
}

export function TableForm({ isOpen, ...form }: PartForm) {
  const { tables: words, shapes } = useCatalogue(seatingTexts)
  return (
    <details open={isOpen}>
      <summary>{words.add}</summary>
      <Form id="table" {...form}>
        <HiddenField name="intent" value="table" />
        <TextField name="name" label={words.name} hint={words.nameHint} required maxLength={60} />
        <Select
          name="shape"
          label={words.shape}
          required
          placeholder={false}
          defaultValue="round"
          options={tableShapes.map((value) => ({ value, label: shapes[value] }))}
        />
        <NumberField name="seatCount" label={words.seatCount} hint={words.seatHint} required />
        <Checkbox name="isHead" label={words.isHead} />
        <Actions>
          <Button>{words.add}</Button>
        </Actions>
      </Form>
    </details>
  )
}

/** Somebody and a seat, both by name: the road of whoever neither sees the drawing nor uses a script. */
export function SeatForm({
  guests,
  tables,
  seats,
  isOpen,
  ...form
}: PartForm & {
  guests: readonly Named[]
  tables: readonly SeatingTable[]
  seats: readonly Seat[]
}) {
  const { move: words, plan } = useCatalogue(seatingTexts)
  const nameOf = (guestId: string | null) => guests.find(({ id }) => id === guestId)?.name
  return (
    <details open={isOpen}>
      <summary>{words.title}</summary>
      <Form id="move" {...form}>
        <HiddenField name="intent" value="move" />
        <Select name="guestId" label={words.guest} required options={guests.map(({ id, name }) => ({ value: id, label: name }))} />
        <Select
          name="seat"
          label={words.seat}
          placeholder={words.stand}
          options={tables.map((table) => ({
            label: table.name,
            options: spotsOf(table, seats).map((spot) => ({
              value: writeSpot(spot),
              label: words.seatOf(table.name, spot.place, nameOf(spot.seenId) ?? plan.free),
            })),
          }))}
        />
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </details>
  )
}

/** Whom the acting organisation keeps apart. */
export function ApartTable({
  apart,
  nameOf,
  mayForget,
}: {
  apart: readonly KeptApartLine[]
  nameOf: (id: string) => string
  mayForget: boolean
}) {
  const { apart: words, extents } = useCatalogue(seatingTexts)
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={apart}
      rowKey={({ id }) => id}
      empty={<p>{words.none}</p>}
      columns={[
        { key: 'who', header: words.who, render: ({ guestId }) => nameOf(guestId) },
        { key: 'other', header: words.other, render: ({ otherId }) => nameOf(otherId) },
        { key: 'extent', header: words.extent, render: ({ extent }) => extents[extent] },
        {
          key: 'forget',
          header: words.forget,
          headerHidden: true,
          render: ({ id, guestId, otherId }) =>
            mayForget && (
              <Form id={`apart-${id}`} layout="row">
                <HiddenField name="intent" value="forget-apart" />
                <HiddenField name="apartId" value={id} />
                <Button kind="quiet" aria-label={words.forgetOf(nameOf(guestId), nameOf(otherId))}>
                  {words.forget}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

export function ApartForm({ guests, isOpen, ...form }: PartForm & { guests: readonly Named[] }) {
  const { apart: words, extents } = useCatalogue(seatingTexts)
  const options = guests.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <details open={isOpen}>
      <summary>{words.add}</summary>
      <Form id="apart" {...form}>
        <HiddenField name="intent" value="apart" />
        <Select name="guestId" label={words.who} required options={options} />
        <Select name="otherId" label={words.other} required options={options} />
        <Select
          name="extent"
          label={words.extent}
          required
          placeholder={false}
          options={apartExtents.map((value) => ({ value, label: extents[value] }))}
        />
        <Actions>
          <Button>{words.add}</Button>
        </Actions>
      </Form>
    </details>
  )
}
