import { NotFound } from '../actor.ts'
import { isUuid } from '../pure/ids.ts'

/** The values a list is ordered by: the next page begins after them. */
export type CursorKey = readonly (string | number | null)[]

/** Opaque on purpose: callers hand it back, they do not build it. */
export function writeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** @throws NotFound when it is not a cursor of a list ordered by `length` values: there is no such page. */
export function readCursor(cursor: string, length: number): CursorKey {
  const key = parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  const isKey =
    Array.isArray(key) &&
    key.length === length &&
    key.every((value) => value === null || typeof value === 'string' || typeof value === 'number')
  if (!isKey) throw new NotFound('no such page')
  return key
}

/**
 * The id after which a page of a list ordered by ids begins; null for the first page.
 * @throws NotFound when it is not a cursor of such a list.
 */
export function idAfter(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const [id] = readCursor(cursor, 1)
  if (!isUuid(id)) throw new NotFound('no such page')
  return id
}

/**
 * A page from rows read with a limit of one more than asked: the extra row only says that there are others.
 * @param keyOf the values of one row that the list is ordered by
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => CursorKey,
  present: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(present), nextCursor: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
