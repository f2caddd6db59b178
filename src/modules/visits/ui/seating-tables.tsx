import { type CSSProperties, type DragEvent, type KeyboardEvent, useState } from 'react'
import { Link, Form as RouterForm, useSubmit } from 'react-router'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { classNames } from '#ui/class-names.ts'
import { HiddenField } from '#ui/hidden-field.tsx'
import type { Guest } from '../domain/precedence.ts'
import { type Seat, type SeatingTable, type Spot, inOrderOfTables, spotsOf, writeSpot } from '../domain/seating.ts'
import { drawPlaces, facingPlace, rowsOf } from '../domain/table-plan.ts'
import { seatingTexts } from '../texts/seating-texts.ts'
import styles from './seating-tables.module.css'

type Shown = Pick<Guest, 'id' | 'name' | 'title' | 'side' | 'interpretsFor'>

/** What can be done with the people of a plan: nothing for who reads it. */
export type SeatMoves = {
  /** The person one is moving, chosen by their name. */
  readonly chosenId: string | null
  /** The address of the page with this person chosen. */
  readonly addressOf: (guestId: string) => string
  readonly giveUpAddress: string
}

/**
 * The tables seen from above, as far as there is room; else the seats of each table as a list. One moves somebody in two steps that need no script (their name, then
 * the seat), by dragging, or with Alt and an arrow: all send the same form.
 */
export function SeatingTables({
  tables,
  guests,
  seats,
  standingIds,
  moves,
}: {
  tables: readonly SeatingTable[]
  /** In order of precedence. */
  guests: readonly Shown[]
  seats: readonly Seat[]
  standingIds: readonly string[]
  moves: SeatMoves | null
}) {
  const { plan: words } = useCatalogue(seatingTexts)
  const [isDropped, setDropped] = useState<string | null>(null)
  const submit = useSubmit()
  const seatAt = (guestId: string, seat: string) =>
    void submit({ intent: 'move', guestId, seat }, { method: 'post', preventScrollReset: true })
  const chosen = moves?.chosenId ? guests.find(({ id }) => id === moves.chosenId) : undefined
  const standing = guests.filter(({ id }) => standingIds.includes(id))
  const dropProps = (spot: string) =>
    moves
      ? {
          onDragOver: (event: DragEvent<HTMLElement>) => {
            event.preventDefault()
            if (isDropped !== spot) setDropped(spot)
          },
          onDragLeave: () => setDropped(null),
          onDrop: (event: DragEvent<HTMLElement>) => {
            event.preventDefault()
            setDropped(null)
            const guestId = event.dataTransfer.getData('text/plain')
            if (guests.some(({ id }) => id === guestId)) seatAt(guestId, spot === 'standing' ? '' : spot)
          },
        }
      : {}
  const drawing = { guests, seats, moves, chosen, isDropped, dropProps, seatAt }
  const laid = inOrderOfTables(tables)
  const content = (
    <>
      {chosen && (
        <output className={styles.chosen}>
          {words.chosen(chosen.name)} {moves && <Link to={moves.giveUpAddress}>{words.giveUp}</Link>}
        </output>
      )}
      <div className={styles.tables}>
        {laid.map((table) => (
          <TableOf key={table.id} table={table} {...drawing} />
        ))}
      </div>
      {(standing.length > 0 || chosen) && (
        <section className={classNames(styles.standing, isDropped === 'standing' && styles.dropping)} {...dropProps('standing')}>
          <h3>{words.standing}</h3>
          <ul>
            {standing.map((guest) => (
              <li key={guest.id}>
                <Name guest={guest} label={words.chooseStanding(guest.name)} moves={moves} />
              </li>
            ))}
          </ul>
          {chosen && !standing.includes(chosen) && (
            <Button kind="quiet" name="seat" value="">
              {words.stand}
            </Button>
          )}
        </section>
      )}
    </>
  )
  if (!chosen) return content
  return (
    <RouterForm method="post" action={moves?.giveUpAddress} preventScrollReset>
      <HiddenField name="intent" value="move" />
      <HiddenField name="guestId" value={chosen.id} />
      {content}
    </RouterForm>
  )
}

type Drawing = {
  readonly guests: readonly Shown[]
  readonly seats: readonly Seat[]
  readonly moves: SeatMoves | null
  readonly chosen: Shown | undefined
  readonly isDropped: string | null
  readonly dropProps: (spot: string) => object
  readonly seatAt: (guestId: string, seat: string) => void
}

function TableOf({ table, guests, seats, moves, chosen, isDropped, dropProps, seatAt }: { table: SeatingTable } & Drawing) {
  const { plan: words } = useCatalogue(seatingTexts)
  const facing = facingPlace(table)
  const drawn = drawPlaces(table)
  const spots = spotsOf(table, seats)
  const spotAt = (place: number) =>
    spots
      .filter((spot) => spot.place === place)
      .map(writeSpot)
      .join('')
  const guestAt = ({ tableId, place }: Spot) => {
    const seat = seats.find((each) => each.tableId === tableId && each.place === place)
    return { seat, guest: guests.find(({ id }) => id === seat?.guestId) }
  }
  return (
    <section className={styles.table} aria-label={table.name}>
      <h3>
        {table.name} <small>{[table.isHead && words.head, words.places(table.seatCount)].filter(Boolean).join(' · ')}</small>
      </h3>
      <ol className={classNames(styles.seats, styles[table.shape])} style={{ '--rows': rowsOf(table) } as CSSProperties}>
        {drawn.map(({ place, x, y }) => {
          const spot = spotAt(place)
          const { seat, guest } = guestAt({ tableId: table.id, place })
          const order = guests.findIndex(({ id }) => id === guest?.id) + 1
          const behind = guests.filter(
            ({ id, interpretsFor }) => interpretsFor !== null && interpretsFor === guest?.id && !seats.some((each) => each.guestId === id),
          )
          const principal = guest?.interpretsFor ? guests.find(({ id }) => id === guest.interpretsFor) : undefined
          const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
            const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
            if (!event.altKey || step === 0 || !guest || !moves) return
            event.preventDefault()
            seatAt(guest.id, spotAt(((place - 1 + step + table.seatCount) % table.seatCount) + 1))
          }
          return (
            <li
              key={place}
              className={classNames(
                styles.seat,
                guest && styles[guest.side],
                !guest && styles.free,
                isDropped === spot && styles.dropping,
                guest !== undefined && guest.id === chosen?.id && styles.taken,
              )}
              style={{ '--x': x, '--y': y } as CSSProperties}
              {...dropProps(spot)}
            >
              <span className={styles.place}>{place}</span>
              {guest ? (
                <Name guest={guest} label={words.choose(guest.name, place)} moves={moves} onKeyDown={onKeyDown} />
              ) : (
                <span className={styles.nobody}>{words.free}</span>
              )}
              {guest && (
                <span className={styles.about}>
                  {[
                    guest.title,
                    place === 1 && words.presides,
                    place === facing && words.faces,
                    principal ? words.interprets(principal.name) : order === 1 ? words.firstRank : words.rank(order),
                    seat?.byHand && words.byHand,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              )}
              {behind.length > 0 && <span className={styles.behind}>{words.behind(behind.map(({ name }) => name).join(', '))}</span>}
              {chosen && guest?.id !== chosen.id && (
                <Button
                  kind="quiet"
                  name="seat"
                  value={spot}
                  aria-label={guest ? words.swapAt(place, table.name, guest.name) : words.putAt(place, table.name)}
                >
                  {words.here}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Name({
  guest,
  label,
  moves,
  onKeyDown,
}: {
  guest: Shown
  label: string
  moves: SeatMoves | null
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
}) {
  const { plan: words } = useCatalogue(seatingTexts)
  const named = (
    <>
      {guest.name} <span className={styles.side}>{words[guest.side]}</span>
    </>
  )
  if (!moves) return <span className={styles.name}>{named}</span>
  return (
    <Link
      className={styles.name}
      to={moves.addressOf(guest.id)}
      preventScrollReset
      aria-label={label}
      aria-current={moves.chosenId === guest.id || undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', guest.id)
      }}
      onKeyDown={onKeyDown}
    >
      {named}
    </Link>
  )
}
