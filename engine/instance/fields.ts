import { type Faults, quoted } from './faults.ts'

/** The fields of an object, or null and a fault. */
export function readObject(value: unknown, path: string, faults: Faults): Readonly<Record<string, unknown>> | null {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  faults.add(path, `expected an object, found ${quoted(value)}`)
  return null
}

/** The members of a list, or none and a fault. */
export function readList(value: unknown, path: string, faults: Faults): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[]
  faults.add(path, `expected a list, found ${quoted(value)}`)
  return []
}

/** As `readList`, but the field may be left out. */
export function readOptionalList(value: unknown, path: string, faults: Faults): readonly unknown[] {
  return isAbsent(value) ? [] : readList(value, path, faults)
}

/** A whole number within bounds, or null and a fault. */
export function readWhole(value: unknown, path: string, from: number, to: number, faults: Faults): number | null {
  if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return value
  faults.add(path, `expected a whole number from ${from} to ${to}, found ${quoted(value)}`)
  return null
}

/** A list of slots, numbered from 1, as indexes from 0; slots that are none are left out with a fault each. */
export function readSlots(value: unknown, path: string, slotCount: number, faults: Faults): number[] {
  return readOptionalList(value, path, faults).flatMap((member, i) => {
    const slot = readWhole(member, `${path}[${i}]`, 1, slotCount, faults)
    return slot === null ? [] : [slot - 1]
  })
}

/** A name that no earlier member of the list has, or null and a fault. It is entered in `known` under its index. */
export function readNewId(value: unknown, path: string, known: Map<string, number>, index: number, faults: Faults): string | null {
  if (typeof value !== 'string' || value === '') {
    faults.add(path, `expected a name, found ${quoted(value)}`)
    return null
  }
  if (known.has(value)) {
    faults.add(path, `${quoted(value)} is already the name of another`)
    return null
  }
  known.set(value, index)
  return value
}

/** The index of a name met before, or null and a fault that says what it should name. */
export function readReference(
  value: unknown,
  path: string,
  known: ReadonlyMap<string, number>,
  noun: string,
  faults: Faults,
): number | null {
  const index = typeof value === 'string' ? known.get(value) : undefined
  if (index !== undefined) return index
  faults.add(path, value === undefined ? `expected ${noun}, found nothing` : `${quoted(value)} is not ${noun}`)
  return null
}

/** Left out, or written as null. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null
}
