import type { SeatingSheet } from '#modules/acts/index.ts'
import { type ReadSeating, drawPlaces, rowsOf } from '#modules/visits/index.ts'
import { seatingTexts } from '#modules/visits/texts/seating-texts.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { pick } from '#platform/pure/localized.ts'

/** A seating plan to print: the tables as they are laid, and the list for the door. Nothing of who is kept apart is on it. */
export function seatingSheetOf(
  { mission, seating, facts, guests, seats }: ReadSeating,
  { locale, author, today }: { readonly locale: Locale; readonly author: string; readonly today: LocalDate },
): SeatingSheet {
  const { paper: words, plan } = seatingTexts[locale]
  const guestAt = (tableId: string, place: number) => {
    const seat = seats.find((each) => each.tableId === tableId && each.place === place)
    return guests.find(({ id }) => id === seat?.guestId)
  }
  const seatOf = (guestId: string) => seats.find((seat) => seat.guestId === guestId)
  const behindOf = (guestId: string) => guests.filter(({ id, interpretsFor }) => interpretsFor === guestId && !seatOf(id))
  const tables = facts.tables.toSorted((a, b) => Number(b.isHead) - Number(a.isHead))
  const alphabetical = guests.toSorted((a, b) => new Intl.Collator(locale).compare(a.name, b.name))
  return {
    kind: 'seating',
    language: locale,
    title: pick(seating.title, locale).text,
    author,
    subject: words.subject,
    lead: [pick(mission.title, locale).text, seating.heldOn && formatDate(seating.heldOn, locale)].filter(Boolean).join(' – '),
    dated: seating.heldOn ?? mission.startsOn ?? today,
    tables: tables.map((table) => ({
      name: table.name,
      note: [table.isHead && plan.head, plan.places(table.seatCount)].filter(Boolean).join(' · '),
      shape: table.shape,
      rows: rowsOf(table),
      seats: drawPlaces(table).map(({ place, x, y }) => {
        const guest = guestAt(table.id, place)
        const behind = guest ? behindOf(guest.id).map(({ name }) => words.behind(name)) : []
        return {
          place,
          x,
          y,
          name: guest?.name ?? '',
          notes: [guest?.title ?? '', ...behind].filter((note) => note !== ''),
        }
      }),
    })),
    listTitle: words.list,
    columns: [words.guest, words.table, words.place],
    rows: alphabetical.map(({ id, name, title, interpretsFor }) => {
      const seat = seatOf(id)
      const principal = guests.find((guest) => guest.id === interpretsFor)
      const inFront = seat || !principal ? undefined : seatOf(principal.id)
      const table = tables.find((each) => each.id === (seat ?? inFront)?.tableId)
      const about = principal ? plan.interprets(principal.name) : title
      const place = seat ? String(seat.place) : inFront ? words.behindSeat(inFront.place) : words.withoutSeat
      return [[name, about].filter(Boolean).join(', '), table?.name ?? '', place]
    }),
  }
}
