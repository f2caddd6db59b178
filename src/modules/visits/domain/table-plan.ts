import type { SeatingTable } from './seating.ts'

type Laid = Pick<SeatingTable, 'shape' | 'seatCount'>

/** A place of a table: how far it is from who presides or faces them, and for which side it is when hosts and guests alternate. */
export type PlaceOfHonour = {
  readonly place: number
  /** 0 presides, or faces who presides. */
  readonly distance: number
  /** `own`: of the side of who presides; `other`: of the other. */
  readonly side: 'own' | 'other'
}

/** Where a place is drawn: parts of the width and of the height of the drawing, from the top left. */
export type DrawnPlace = { readonly place: number; readonly x: number; readonly y: number }

/** Of a long table: how many sit to the right and to the left of who presides, in the middle of a side, and who faces them. */
function sidesOf({ seatCount }: Laid) {
  const each = seatCount / 2
  const right = Math.ceil((each - 1) / 2)
  return { each, right, left: each - 1 - right, facing: 2 * right + 2 }
}

/** Where one looks at who presides: the place facing them at a long table; at a round one there is none, the first guest is on their right. */
export function facingPlace(table: Laid): number | null {
  return table.shape === 'long' ? sidesOf(table).facing : null
}

/**
 * The places of a table, the most honoured first: from who presides outwards, the right before the left. At a long table the hosts preside in the middle of
 * one side and the first guest in the middle of the other, as it is done in France; at a round one the first guest is on the right.
 */
export function placesOfHonour(table: Laid): PlaceOfHonour[] {
  return Array.from({ length: table.seatCount }, (_, index) => describePlace(table, index + 1)).toSorted(
    (a, b) => a.distance - b.distance || a.half - b.half || a.hand - b.hand,
  )
}

function describePlace(table: Laid, place: number): PlaceOfHonour & { readonly half: number; readonly hand: number } {
  const { seatCount } = table
  const turns = Math.min(place - 1, seatCount - place + 1)
  const hand = place - 1 <= seatCount - place + 1 ? 0 : 1
  if (table.shape === 'round') return { place, distance: turns, side: turns % 2 === 0 ? 'own' : 'other', half: 0, hand }
  const { right, left, facing } = sidesOf(table)
  const isPresidingHalf = place <= right + 1 || place > seatCount - left
  if (isPresidingHalf) return { place, distance: turns, side: turns % 2 === 0 ? 'own' : 'other', half: 0, hand }
  const distance = Math.abs(place - facing)
  return { place, distance, side: distance % 2 === 0 ? 'other' : 'own', half: 1, hand: place >= facing ? 0 : 1 }
}

/** The places side by side with this one, the right before the left; the two sides of a long table do not touch. */
export function neighboursOf(table: Laid, place: number): number[] {
  const { seatCount } = table
  const around = [(place % seatCount) + 1, ((place - 2 + seatCount) % seatCount) + 1].filter((next) => next !== place)
  const each = [...new Set(around)]
  if (table.shape === 'round') return each
  const { right, left } = sidesOf(table)
  const isPresiding = (at: number) => at <= right + 1 || at > seatCount - left
  return each.filter((next) => isPresiding(next) === isPresiding(place))
}

/** The drawing of a table seen from above: who presides at the top of a round one, in the middle of the left side of a long one. */
export function drawPlaces(table: Laid): DrawnPlace[] {
  const { seatCount, shape } = table
  const places = Array.from({ length: seatCount }, (_, index) => index + 1)
  if (shape === 'round') {
    return places.map((place) => {
      const turn = (2 * Math.PI * (place - 1)) / seatCount
      return { place, x: rounded(0.5 - 0.5 * Math.sin(turn)), y: rounded(0.5 - 0.5 * Math.cos(turn)) }
    })
  }
  const { each, right, left } = sidesOf(table)
  return places.map((place) => {
    const isPresiding = place <= right + 1 || place > seatCount - left
    const row = isPresiding ? (place <= right + 1 ? left + place - 1 : place - seatCount + left - 1) : each - 1 - (place - right - 2)
    return { place, x: isPresiding ? 0 : 1, y: each === 1 ? 0.5 : rounded(row / (each - 1)) }
  })
}

/** How many places stand one above the other: what makes the height of the drawing. */
export function rowsOf({ shape, seatCount }: Laid): number {
  return shape === 'long' ? seatCount / 2 : Math.max(4, Math.ceil(seatCount / 2) + 1)
}

const rounded = (part: number) => Math.round(part * 1e4) / 1e4
