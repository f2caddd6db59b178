/** A QR code: `isDark` holds size × size modules, row by row. */
export type QrMatrix = { readonly size: number; readonly isDark: Uint8Array }

/** The eight masks (7.8.2): which modules to invert so that no large area is of one colour. */
const masks: ReadonlyArray<(row: number, column: number) => boolean> = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

/** Lays out the fixed patterns, then the codewords under the mask that leaves the calmest drawing. */
export function draw(version: number, centres: readonly number[], codewords: readonly number[]): QrMatrix {
  const size = version * 4 + 17
  const fixed = new Int8Array(size * size).fill(-1)
  const set = (row: number, column: number, isDark: boolean) => {
    if (row >= 0 && column >= 0 && row < size && column < size) fixed[row * size + column] = isDark ? 1 : 0
  }
  for (let at = 0; at < size; at += 1) {
    set(6, at, at % 2 === 0)
    set(at, 6, at % 2 === 0)
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    square(set, row, column, 4, [0, 1, 3])
  for (const row of centres) for (const column of centres) if (!isCorner(row, column, size)) square(set, row, column, 2, [0, 2])
  if (version >= 7) drawVersion(set, version, size)
  drawFormat(set, 0, size)
  const candidates = masks.map((mask, number) => {
    drawFormat(set, number, size)
    return fill(fixed, size, codewords, mask)
  })
  const best = candidates.reduce((chosen, each) => (penalty(each, size) < penalty(chosen, size) ? each : chosen))
  return { size, isDark: best }
}

type SetModule = (row: number, column: number, isDark: boolean) => void

/** Nested squares around a centre; `dark` says at which distances. */
function square(set: SetModule, row: number, column: number, reach: number, dark: readonly number[]): void {
  for (let y = -reach; y <= reach; y += 1)
    for (let x = -reach; x <= reach; x += 1) set(row + y, column + x, dark.includes(Math.max(Math.abs(x), Math.abs(y))))
}

function isCorner(row: number, column: number, size: number): boolean {
  const far = size - 7
  return (row === 6 && column === 6) || (row === 6 && column === far) || (row === far && column === 6)
}

/** Level M and the mask, protected by BCH(15, 5), written twice around the corners (7.9). */
function drawFormat(set: SetModule, mask: number, size: number): void {
  const bits = ((mask << 10) | remainder(mask << 10, 0x537, 10)) ^ 0x5412
  const bit = (at: number) => ((bits >> at) & 1) === 1
  for (let at = 0; at < 8; at += 1) set(8, size - 1 - at, bit(at))
  for (let at = 8; at < 15; at += 1) set(size - 15 + at, 8, bit(at))
  for (let at = 0; at < 6; at += 1) set(at, 8, bit(at))
  set(7, 8, bit(6))
  set(8, 8, bit(7))
  set(8, 7, bit(8))
  for (let at = 9; at < 15; at += 1) set(8, 14 - at, bit(at))
  set(size - 8, 8, true)
}

/** From version 7 on, the version, protected by BCH(18, 6), beside two corners (7.10). */
function drawVersion(set: SetModule, version: number, size: number): void {
  const bits = (version << 12) | remainder(version << 12, 0x1f25, 12)
  for (let at = 0; at < 18; at += 1) {
    const isDark = ((bits >> at) & 1) === 1
    set(Math.floor(at / 3), size - 11 + (at % 3), isDark)
    set(size - 11 + (at % 3), Math.floor(at / 3), isDark)
  }
}

/** What is left of a binary polynomial after division by another of this degree. */
function remainder(value: number, divisor: number, degree: number): number {
  let rest = value
  for (let shift = 31 - Math.clz32(rest) - degree; rest !== 0 && shift >= 0; shift = 31 - Math.clz32(rest) - degree)
    rest ^= divisor << shift
  return rest
}

/** Codewords in columns of two modules, from the bottom right, upwards then downwards, around what is fixed (7.7.3). */
function fill(fixed: Int8Array, size: number, codewords: readonly number[], mask: (row: number, column: number) => boolean): Uint8Array {
  const isDark = Uint8Array.from(fixed, (value) => (value === 1 ? 1 : 0))
  let at = 0
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const isUpwards = ((right < 6 ? right + 1 : right) & 2) === ((size - 1) & 2)
    for (let step = 0; step < size; step += 1) {
      const row = isUpwards ? size - 1 - step : step
      for (const column of [right, right - 1]) {
        if (fixed[row * size + column] !== -1) continue
        const bit = ((codewords[at >> 3] ?? 0) >> (7 - (at & 7))) & 1
        isDark[row * size + column] = bit ^ Number(mask(row, column))
        at += 1
      }
    }
  }
  return isDark
}

/** How hard a drawing is to read: long runs of one colour, and an uneven share of dark (7.8.3, conditions 1 and 4). */
function penalty(isDark: Uint8Array, size: number): number {
  let total = 0
  for (let line = 0; line < size; line += 1) {
    total += runs(size, (at) => isDark[line * size + at] ?? 0) + runs(size, (at) => isDark[at * size + line] ?? 0)
  }
  const dark = isDark.reduce((sum, value) => sum + value, 0)
  return total + 10 * Math.floor(Math.abs((dark * 20) / (size * size) - 10))
}

function runs(size: number, colourAt: (at: number) => number): number {
  let total = 0
  let length = 1
  for (let at = 1; at <= size; at += 1) {
    if (at < size && colourAt(at) === colourAt(at - 1)) length += 1
    else {
      if (length >= 5) total += length - 2
      length = 1
    }
  }
  return total
}
