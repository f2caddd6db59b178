/** 1 January 1980, the first day a ZIP archive can write (APPNOTE 6.3.10, §4.4.6). */
const FIRST_DOS_DATE = 0x0021

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50

/** The same archive with one date on every entry, so that its bytes depend on its content alone. No ZIP64, no trailing comment. */
export function fixedZipDates(archive: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(archive)
  const view = new DataView(copy.buffer)
  const end = copy.length - 22
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error('not a ZIP archive without comment')
  let entry = view.getUint32(end + 16, true)
  for (let remaining = view.getUint16(end + 10, true); remaining > 0; remaining -= 1) {
    if (view.getUint32(entry, true) !== CENTRAL_HEADER) throw new Error('the directory of this ZIP archive is damaged')
    const local = view.getUint32(entry + 42, true)
    if (view.getUint32(local, true) !== LOCAL_HEADER) throw new Error('an entry of this ZIP archive is damaged')
    writeDate(view, entry + 12)
    writeDate(view, local + 10)
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
  return copy
}

/** Time then date, in 16 bits each. */
function writeDate(view: DataView, offset: number): void {
  view.setUint16(offset, 0, true)
  view.setUint16(offset + 2, FIRST_DOS_DATE, true)
}
