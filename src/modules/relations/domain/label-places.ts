import { type Point, frame } from './projection.ts'

/** A dot of the drawing with the name that may stand beside it. */
export type Named = { readonly id: string; readonly at: Point; readonly name: string }
/** Where a name begins, or ends, on its base line. */
export type PlacedLabel = Named & { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' }
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** How large names and dots are, in units of the frame: on a narrow screen the drawing shrinks, and its letters must not. */
export type LabelScale = { readonly fontSize: number; readonly dotRadius: number }

/** A letter is seldom wider than this share of the size of the type; a wide one is made up for by its narrow neighbours. */
const widthOfLetter = 0.6

/** The room a name takes. */
export function boxOf({ x, y, anchor, name }: PlacedLabel, { fontSize }: LabelScale): Box {
  const width = name.length * fontSize * widthOfLetter
  const left = anchor === 'start' ? x : x - width
  return { left, right: left + width, top: y - fontSize * 0.85, bottom: y + fontSize * 0.3 }
}

/**
 * Names beside their dots, those that come first served first: to the right or to the left, level, above or below.
 * None covers another, or a dot, or leaves the frame; a name for which no room is left is not given.
 */
export function placeLabels(cities: readonly Named[], scale: LabelScale): PlacedLabel[] {
  const { fontSize, dotRadius } = scale
  const reach = dotRadius * 1.4
  const dots = cities.map(({ at }) => ({ left: at.x - reach, right: at.x + reach, top: at.y - reach, bottom: at.y + reach }))
  const taken: Box[] = []
  const placed: PlacedLabel[] = []
  for (const city of cities) {
    const aside = reach + fontSize * 0.25
    const room = [0.35, -0.5, 1.15]
      .flatMap((lines) => (['start', 'end'] as const).map((anchor) => ({ lines, anchor })))
      .map(({ lines, anchor }) => ({
        ...city,
        anchor,
        x: city.at.x + (anchor === 'start' ? aside : -aside),
        y: city.at.y + lines * fontSize,
      }))
      .find((label) => {
        const box = boxOf(label, scale)
        return isInFrame(box) && ![...taken, ...dots].some((other) => overlap(box, other))
      })
    if (!room) continue
    taken.push(boxOf(room, scale))
    placed.push(room)
  }
  return placed
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function isInFrame({ left, right, top, bottom }: Box): boolean {
  return left >= 0 && right <= frame.width && top >= 0 && bottom <= frame.height
}
