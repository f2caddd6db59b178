/** How a number of a workbook is shown, as far as reading it needs to know. */
export type NumberKind = 'number' | 'date' | 'time'

/** Formats that have a number instead of a text (ECMA-376 part 1, §18.8.30), those of East Asian editions included. */
export function builtinKind(formatId: number): NumberKind {
  if (formatId === 22 || (formatId >= 14 && formatId <= 17) || (formatId >= 27 && formatId <= 36) || (formatId >= 50 && formatId <= 58))
    return 'date'
  return (formatId >= 18 && formatId <= 21) || (formatId >= 45 && formatId <= 47) ? 'time' : 'number'
}

/** Judges a format such as `dd/mm/yyyy`, `[$-40C]d mmmm yyyy`, `[h]:mm`, `#,##0.00\ "€"`. Only its first section counts. */
export function kindOfFormat(format: string): NumberKind {
  const letters = (format.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .toLowerCase()
  if (letters.includes('general') || letters.includes('standard')) return 'number'
  if (/[yd]/.test(letters)) return 'date'
  if (/[hs]/.test(letters)) return 'time'
  return letters.includes('m') ? 'date' : 'number'
}

const secondsPerDay = 86_400

/**
 * A serial number as a text: '2017-11-04', '2017-11-04 13:30', or '13:30' for a time or a length of time.
 * Day 1 is 1 January 1900, and the workbook believes in a 29 February 1900 (§18.17.4.1); with `is1904`,
 * day 0 is 1 January 1904. Null when the number is no date.
 */
export function formatSerial(serial: number, kind: 'date' | 'time', is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465.999_99) return null
  const seconds = Math.round(serial * secondsPerDay)
  if (kind === 'time' || (seconds < secondsPerDay && !is1904)) return clock(seconds)
  const days = Math.floor(seconds / secondsPerDay)
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const date = new Date(epoch + days * secondsPerDay * 1000).toISOString().slice(0, 10)
  return seconds % secondsPerDay === 0 ? date : `${date} ${clock(seconds % secondsPerDay)}`
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, ...(seconds % 60 === 0 ? [] : [seconds % 60])]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/**
 * A number as a text: a decimal point, no exponent, no grouping, and the 15 significant digits that
 * spreadsheets show, since a computed 133558.52 is stored as 133558.52000000002. Before exactly three
 * decimals a zero is put in front (01.234), so that nobody takes the point for thousands.
 */
export function formatNumber(stored: string): string {
  const value = Number(stored)
  if (!Number.isFinite(value)) return stored
  return withoutExponent(String(Number(value.toPrecision(15)))).replace(/^(-?)([1-9]\d{0,2}\.\d{3})$/, '$10$2')
}

/** '1.5e-7' → '0.00000015'. */
function withoutExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? []
  if (exponent === undefined) return text
  const shift = Number(exponent)
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`
  return sign + whole + fraction.padEnd(shift, '0')
}
