/** Powers and logarithms of 2 in GF(256) modulo x⁸ + x⁴ + x³ + x² + 1, the field of QR codes (ISO/IEC 18004, 7.5.2). */
const power = new Uint8Array(255)
const log = new Uint8Array(256)
for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
  power[exponent] = value
  log[value] = exponent
  value = value & 0x80 ? (value << 1) ^ 0x11d : value << 1
}

function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (power[((log[a] ?? 0) + (log[b] ?? 0)) % 255] ?? 0)
}

/** Coefficients of (x − 2⁰)(x − 2¹)…, highest power first, its leading 1 left out. */
function generator(degree: number): Uint8Array {
  const result = new Uint8Array(degree)
  result[degree - 1] = 1
  for (let root = 1, step = 0; step < degree; step += 1) {
    for (let index = 0; index < degree; index += 1) result[index] = multiply(result[index] ?? 0, root) ^ (result[index + 1] ?? 0)
    root = multiply(root, 2)
  }
  return result
}

/** The correction codewords of a block: the remainder of its polynomial divided by the generator. */
export function correctionOf(data: Uint8Array, degree: number): Uint8Array {
  const divisor = generator(degree)
  const remainder = new Uint8Array(degree)
  for (const codeword of data) {
    const factor = codeword ^ (remainder[0] ?? 0)
    remainder.copyWithin(0, 1)
    remainder[degree - 1] = 0
    for (let index = 0; index < degree; index += 1) remainder[index] = (remainder[index] ?? 0) ^ multiply(divisor[index] ?? 0, factor)
  }
  return remainder
}
