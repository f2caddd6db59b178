/**
 * The characters a TrueType font can draw, read from its `cmap` table (OpenType 1.9, subtable format 12).
 * PDF/UA refuses a page with a missing glyph, so the renderer must know before it writes one.
 */
export function fontCoverage(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const subtable = segmentedCoverage(view, tableOffset(view, 'cmap'))
  const groupCount = view.getUint32(subtable + 12)
  const starts = new Uint32Array(groupCount)
  const ends = new Uint32Array(groupCount)
  for (let group = 0; group < groupCount; group += 1) {
    starts[group] = view.getUint32(subtable + 16 + 12 * group)
    ends[group] = view.getUint32(subtable + 20 + 12 * group)
  }
  return (codePoint) => {
    let low = 0
    let high = groupCount - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      if (codePoint < (starts[middle] ?? 0)) high = middle - 1
      else if (codePoint > (ends[middle] ?? 0)) low = middle + 1
      else return true
    }
    return false
  }
}

function tableOffset(view: DataView, tag: string): number {
  const tableCount = view.getUint16(4)
  for (let table = 0; table < tableCount; table += 1) {
    const record = 12 + 16 * table
    const name = String.fromCharCode(view.getUint8(record), view.getUint8(record + 1), view.getUint8(record + 2), view.getUint8(record + 3))
    if (name === tag) return view.getUint32(record + 8)
  }
  throw new Error(`this font has no ${tag} table`)
}

/** Offset of the first subtable in format 12, which covers all of Unicode. */
function segmentedCoverage(view: DataView, cmap: number): number {
  const subtableCount = view.getUint16(cmap + 2)
  for (let index = 0; index < subtableCount; index += 1) {
    const offset = cmap + view.getUint32(cmap + 4 + 8 * index + 4)
    if (view.getUint16(offset) === 12) return offset
  }
  throw new Error('this font has no cmap subtable in format 12')
}
